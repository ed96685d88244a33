package io.newsfold.ingest.source;

import io.newsfold.contract.Json;
import io.newsfold.contract.SourceState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder into which others put files. Each file is read once when it has been quiet for a moment, in the order in which they were put there: by the time at which the file system last changed their entry, which renaming
 * sets as well. That time alone tells what is new, so that the position stays small however many files there are. A {@code .jsonl} that grows is read on from where it ended. Not thread-safe.
 */
public final class FolderWatch {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_DELIVERIES = 500;
    private static final int MOST_GROWING = 1_000;

    /**
     * How far it came.
     *
     * @param mark time of the last file that was read, with {@code names}: those of that very time
     * @param growing bytes that were read of each {@code .jsonl}
     * @param half a file that was not read to its end, null where there is none
     * @param done deliveries of {@code half} that were sent
     */
    record Position(
            Instant mark,
            TreeSet<String> names,
            SortedMap<String, Long> growing,
            @Nullable String half,
            int done) {
        static final Position START = new Position(Instant.EPOCH, new TreeSet<>(), new TreeMap<>(), null, 0);

        boolean isNew(Put file) {
            return file.time().isAfter(mark) || file.time().equals(mark) && !names.contains(file.name());
        }

        Position after(Put file, long read) {
            TreeSet<String> now = file.time().equals(mark) ? new TreeSet<>(names) : new TreeSet<>();
            now.add(file.name());
            TreeMap<String, Long> grown = new TreeMap<>(growing);
            if (file.grows()) {
                grown.put(file.name(), read);
            }
            while (grown.size() > MOST_GROWING) {
                grown.remove(grown.firstKey());
            }
            return new Position(file.time(), now, grown, null, 0);
        }

        Position within(Put file, int done) {
            return new Position(mark, names, growing, file.asItIs(), done);
        }
    }

    /**
     * A file that was put there.
     *
     * @param name relative to the folder, with slashes
     * @param time when its entry last changed
     */
    record Put(String name, Path path, Instant time) {
        /** Another text where the file is another one, or was changed. */
        String asItIs() {
            return time + " " + name;
        }

        boolean grows() {
            return name.toLowerCase(Locale.ROOT).endsWith(".jsonl");
        }
    }

    private final Path folder;
    private final Duration settle;
    private final InstantSource clock;
    private final Consumer<String> remarks;
    private final BiConsumer<List<Delivery>, SourceState> publish;
    private SourceState state;
    private Position position;

    /**
     * A watch that goes on where it stopped.
     *
     * @param state where it stands, {@link SourceState#fresh} at the start
     * @param settle how long a file has to be quiet
     * @param remarks takes sentences on what is left out, and why
     * @param publish takes deliveries with how far they go, all or nothing
     */
    public FolderWatch(
            Path folder,
            SourceState state,
            Duration settle,
            InstantSource clock,
            Consumer<String> remarks,
            BiConsumer<List<Delivery>, SourceState> publish) {
        this.folder = folder;
        this.state = state;
        this.settle = settle;
        this.clock = clock;
        this.remarks = remarks;
        this.publish = publish;
        this.position = state.position() == null
                ? Position.START
                : Json.read(state.position().getBytes(java.nio.charset.StandardCharsets.UTF_8), Position.class);
    }

    /** The name under which a folder stands on the topic of sources. */
    public static String id(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** Reads all files that are new and quiet, or until {@code goOn} says no; what is left is read at the next look. */
    public void look(BooleanSupplier goOn) {
        Instant quiet = clock.instant().minus(settle);
        for (Put file : files()) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            if (position.isNew(file) && !file.time().isAfter(quiet)) {
                read(file, goOn);
            }
        }
    }

    private void read(Put file, BooleanSupplier goOn) {
        int skip = file.asItIs().equals(position.half()) ? position.done() : 0;
        Sending sending = new Sending(file, skip, goOn);
        try {
            long read = file.grows() ? lines(file, sending) : whole(file, sending);
            sending.send(position.after(file, read));
        } catch (Stopped e) {
            return; // what was sent is known
        } catch (IOException | InputException e) {
            remarks.accept(file.name() + " cannot be read: " + e.getMessage());
            sending.send(position.after(file, 0));
        }
    }

    private long whole(Put file, Consumer<Delivery> taker) {
        new FileFeed(List.of(file.path()), remarks).read(taker);
        return 0;
    }

    /** Reads whole lines only; the rest of one is read when it has its end. */
    private long lines(Put file, Consumer<Delivery> taker) throws IOException {
        try (RandomAccessFile lines = new RandomAccessFile(file.path().toFile(), "r")) {
            long known = position.growing().getOrDefault(file.name(), 0L);
            long from = known <= lines.length() ? known : 0; // shorter: another file took its name
            long to = lineEnd(lines, from);
            lines.seek(from);
            Instant fetched = Files.getLastModifiedTime(file.path()).toInstant();
            InputStream in =
                    new BufferedInputStream(new BoundedBytes(Channels.newInputStream(lines.getChannel()), to - from));
            new LineFeed(in, file.name() + "@" + from, Clock.fixed(fetched, ZoneOffset.UTC)).read(taker);
            return to;
        }
    }

    private static long lineEnd(RandomAccessFile file, long from) throws IOException {
        byte[] window = new byte[1 << 16];
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

    /** What stands below the folder, in the order in which it was put there. Links are not followed, pipes and devices not opened. */
    private List<Put> files() {
        List<Put> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    return isHidden(inside) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = folder.relativize(file).toString();
                    if (attributes.isRegularFile() && !isHidden(file) && FileFeed.isArticleFile(name)) {
                        files.add(new Put(name, file, changed(file, attributes)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // gone since, or not for us
                }
            });
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        files.sort(Comparator.comparing(Put::time).thenComparing(Put::name));
        return files;
    }

    private boolean isHidden(Path path) {
        return !path.equals(folder) && String.valueOf(path.getFileName()).startsWith(".");
    }

    private static Instant changed(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            return ((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();
        } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
            return attributes.lastModifiedTime().toInstant();
        }
    }

    /** Told to stop in the middle of a file. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /** The deliveries of one file on their way, some at a time. */
    private final class Sending implements Consumer<Delivery> {
        private final Put file;
        private final int skip;
        private final BooleanSupplier goOn;
        private final List<Delivery> waiting = new ArrayList<>();
        private final Map<String, Long> refused = new HashMap<>();
        private int seen;
        private long bytes;

        Sending(Put file, int skip, BooleanSupplier goOn) {
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
            waiting.add(delivery);
            Delivery.Refusal refusal = delivery.refusal();
            if (refusal != null) {
                refused.merge(refusal.reason().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
            }
            byte[] body = delivery.body();
            bytes += body == null ? 0 : body.length;
            if (bytes > MOST_BYTES || waiting.size() >= MOST_DELIVERIES) {
                send(position.within(file, seen));
                if (!goOn.getAsBoolean()) {
                    throw new Stopped();
                }
            }
        }

        void send(Position next) {
            long count = waiting.stream().filter(d -> d.refusal() == null).count();
            SourceState after = state.read(Json.text(next), clock.instant(), count, refused);
            publish.accept(List.copyOf(waiting), after);
            state = after;
            position = next;
            waiting.clear();
            refused.clear();
            bytes = 0;
        }
    }
}
