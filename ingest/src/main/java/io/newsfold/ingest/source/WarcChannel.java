package io.newsfold.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file for reading that fails when its reader keeps asking for bytes behind the end: jwarc asks without end where a
 * zstd frame is cut off. Closing the channel leaves the file open.
 */
final class WarcChannel implements SeekableByteChannel {
    private static final int MAX_READS_AT_END = 100;

    private final FileChannel file;
    private int readsAtEnd;

    WarcChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = file.read(into);
        readsAtEnd = read < 0 ? readsAtEnd + 1 : 0;
        if (readsAtEnd > MAX_READS_AT_END) {
            throw new EOFException("the file ends too early");
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
