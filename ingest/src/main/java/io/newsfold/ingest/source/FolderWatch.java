package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import io.newsfold.contract.SourceState;
import io.newsfold.text.article.ExportJson;
import io.newsfold.text.article.FieldMapping;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A folder into which others put files. Each file is read once when it has not changed for a moment, in the order of
 * the times at which the file system last changed the files' entries. That time alone decides what is new. A growing
 * {@code .jsonl} is read on from where it ended. Not thread-safe.
 */
public final class FolderWatch {
    private static final int BATCH_BYTES = 2 * 1024 * 1024;
    private static final int BATCH_DELIVERIES = 500;
    private static final int LINE_END_WINDOW = 1 << 16;

    private static final int MOST_REMARKS = 10_000;

    private final Set<String> remarked = new HashSet<>();
    private final Path folder;
    private final Duration settle;
    private final InstantSource clock;
    private final FieldMapping asked;
    private final Consumer<String> remarks;
    private final SourcePublisher publisher;
    private SourceState state;
    private FolderPosition position;

    /**
     * A watch that goes on where the last one stopped.
     *
     * @param state state of the source, {@link SourceState#fresh} at the start
     * @param settle how long a file must not have changed
     * @param asked where the fields of exported articles stand
     * @param remarks takes sentences on what is left out, and why
     * @param publisher takes what is read
     */
    public FolderWatch(
            Path folder,
            SourceState state,
            Duration settle,
            InstantSource clock,
            FieldMapping asked,
            Consumer<String> remarks,
            SourcePublisher publisher) {
        this.folder = folder;
        this.state = state;
        this.settle = settle;
        this.clock = clock;
        this.asked = asked;
        this.remarks = remarks;
        this.publisher = publisher;
        this.position = FolderPosition.of(state);
    }

    /** The id of a folder on the topic of sources: its absolute path. */
    public static String id(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /**
     * Reads all files that are new and have settled, until {@code goOn} is false. The next scan reads the rest.
     *
     * @throws InputException where the folder cannot be listed
     */
    public void scan(BooleanSupplier goOn) {
        Instant settledBefore = clock.instant().minus(settle);
        for (WatchedFile file : files()) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            if (position.isNew(file) && !file.changed().isAfter(settledBefore)) {
                read(file, goOn);
            }
        }
    }

    private void read(WatchedFile file, BooleanSupplier goOn) {
        Batch batch = new Batch(file, position.published(file), goOn);
        try {
            long read = file.grows() ? readLines(file, batch) : readWhole(file, batch);
            batch.publish(position.after(file, read));
        } catch (StoppedException e) {
            return; // the position is published
        } catch (IOException | InputException e) {
            remarks.accept(file.name() + " cannot be read: " + e.getMessage());
            batch.publish(position.after(file, 0));
        }
    }

    private long readWhole(WatchedFile file, Consumer<Delivery> receiver) {
        new FileFeed(List.of(file.path()), remarks, asked).read(receiver);
        return 0;
    }

    /**
     * Reads complete lines only. The last one needs no end where it is a whole JSON object: no part of one is; another is
     * read when its end has come.
     */
    private long readLines(WatchedFile file, Consumer<Delivery> receiver) throws IOException {
        try (RandomAccessFile lines = new RandomAccessFile(file.path().toFile(), "r")) {
            long read = position.bytesRead(file);
            long from = read <= lines.length() ? read : 0; // a shorter one is another file of the same name
            long to = endOfLastObject(lines, endOfLastLine(lines, from), file);
            lines.seek(from);
            Instant fetched = Files.getLastModifiedTime(file.path()).toInstant();
            InputStream in = new BufferedInputStream(
                    LimitedStream.endingAfter(to - from, Channels.newInputStream(lines.getChannel())));
            new LineFeed(in, file.name() + "@" + from, Clock.fixed(fetched, ZoneOffset.UTC), asked).read(receiver);
            return to;
        }
    }

    /** @param lineEnd end of the last line that has one */
    private long endOfLastObject(RandomAccessFile file, long lineEnd, WatchedFile watched) throws IOException {
        long rest = file.length() - lineEnd;
        if (rest == 0 || rest > Limits.BODY_BYTES) {
            return lineEnd;
        }
        byte[] line = new byte[(int) rest];
        file.seek(lineEnd);
        file.readFully(line);
        if (new String(line, StandardCharsets.UTF_8).isBlank() || isObject(line)) {
            return file.length();
        }
        remarks.accept("the last line of " + watched.name() + " has no end yet: it is sent when that has come");
        return lineEnd;
    }

    private static boolean isObject(byte[] line) {
        try {
            return ExportJson.parse(line).node().isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private static long endOfLastLine(RandomAccessFile file, long from) throws IOException {
        byte[] window = new byte[LINE_END_WINDOW];
        for (long end = file.length(); end > from; ) {
            int size = (int) Math.min(window.length, end - from);
            file.seek(end - size);
            file.readFully(window, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (window[i] == '\n') {
                    return end - size + i + 1;
                }
            }
            end -= size;
        }
        return from;
    }

    /** Files of articles below the folder, in the order in which they were put there. */
    private List<WatchedFile> files() {
        List<WatchedFile> files = new ArrayList<>();
        for (InputFile file : FolderListing.of(folder, this::remarkOnce)) {
            try {
                if (file.holdsArticles()) {
                    files.add(WatchedFile.of(file));
                } else {
                    remarkOnce(FolderListing.leftOut(file.name(), "not a file of articles"));
                }
            } catch (NoSuchFileException gone) {
                // it has been moved away since it was listed
            } catch (IOException e) {
                throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
            }
        }
        files.sort(Comparator.comparing(WatchedFile::changed).thenComparing(WatchedFile::name));
        return files;
    }

    private void remarkOnce(String remark) {
        if (remarked.size() < MOST_REMARKS && remarked.add(remark)) {
            remarks.accept(remark);
        }
    }

    /** Reading has to stop in the middle of a file. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    /** Collects the deliveries of one file, and publishes them some at a time. */
    private final class Batch implements Consumer<Delivery> {
        private final WatchedFile file;
        private final int skip;
        private final BooleanSupplier goOn;
        private final List<Delivery> deliveries = new ArrayList<>();
        private int seen;
        private long bytes;

        /** @param skip deliveries of the file that were published before */
        Batch(WatchedFile file, int skip, BooleanSupplier goOn) {
            this.file = file;
            this.skip = skip;
            this.goOn = goOn;
        }

        @Override
        public void accept(Delivery delivery) {
            seen++;
            if (seen <= skip) {
                return;
            }
            deliveries.add(delivery);
            byte[] body = delivery.body();
            bytes += body == null ? 0 : body.length;
            if (bytes > BATCH_BYTES || deliveries.size() >= BATCH_DELIVERIES) {
                publish(position.within(file, seen));
                if (!goOn.getAsBoolean()) {
                    throw new StoppedException();
                }
            }
        }

        void publish(FolderPosition next) {
            SourceState after = DeliveryCounts.of(deliveries).addTo(state, next.text(), clock.instant());
            publisher.publish(List.copyOf(deliveries), after);
            state = after;
            position = next;
            deliveries.clear();
            bytes = 0;
        }
    }
}
