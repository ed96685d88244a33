package io.newsfold.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** A file that is read and says so when a reader keeps asking for more than there is: jwarc asks without end where zstd breaks off. Closing it leaves the file open. */
final class EndingChannel implements SeekableByteChannel {
    private static final int MOST_ENDS = 100;

    private final FileChannel file;
    private int ends;

    EndingChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = file.read(into);
        ends = read < 0 ? ends + 1 : 0;
        if (ends > MOST_ENDS) {
            throw new EOFException("the file breaks off");
        }
        return read;
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() {}
}
