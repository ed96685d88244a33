package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures on disk, one for each article. Where they exceed a number of bytes, those that were not asked for longest
 * go. Names are digests: nothing that a stranger wrote becomes part of a path. Thread-safe.
 */
final class PictureFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFolder.class);

    /** Digests of the article and of the picture's address. */
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})-[0-9a-f]{32}\\.jpg");

    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final long maxBytes;
    private final InstantSource clock;

    /** By the digest of the article, the one that was not asked for longest first. */
    private final Map<String, Stored> pictures = new LinkedHashMap<>(16, .75f, true);

    private long bytes;

    private record Stored(Path file, long bytes) {}

    private PictureFolder(Path folder, long maxBytes, InstantSource clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Opens a folder, which need not exist; it is made for the first picture.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    static PictureFolder open(Path folder, long maxBytes, InstantSource clock) {
        PictureFolder pictures = new PictureFolder(folder, maxBytes, clock);
        if (Files.isDirectory(folder)) {
            try {
                pictures.load();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the pictures in " + folder, e);
            }
        }
        return pictures;
    }

    private synchronized void load() throws IOException {
        Map<Path, FileTime> times = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (file.toString().endsWith(UNFINISHED)) {
                    Files.delete(file);
                } else {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        List<Path> byTime = times.keySet().stream()
                .sorted(Comparator.comparing((Path file) -> times.get(file)))
                .toList();
        for (Path file : byTime) {
            Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                keep(name.group(1), new Stored(file, Files.size(file)));
            }
        }
        makeRoom();
    }

    /** The picture of an article, a JPEG, which is the last to go from now on; empty where there is none of this address. */
    synchronized Optional<byte[]> get(String article, String url) {
        Stored stored = pictures.get(digest(article));
        if (stored == null || !stored.file().equals(file(article, url))) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(stored.file(), FileTime.from(clock.instant()));
            return Optional.of(Files.readAllBytes(stored.file()));
        } catch (IOException e) {
            LOG.warn("removed a picture that cannot be read: {}", e.toString());
            remove(article);
            return Optional.empty();
        }
    }

    /**
     * Stores the picture of an article, in place of another that it had.
     *
     * @throws UncheckedIOException where it cannot be written
     */
    synchronized void put(String article, String url, byte[] jpeg) {
        remove(article);
        Path file = file(article, url);
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(folder);
            Files.write(part, jpeg);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a picture to " + folder, e);
        }
        keep(digest(article), new Stored(file, jpeg.length));
        makeRoom();
    }

    /** Removes the picture of an article, if it has one. */
    synchronized void remove(String article) {
        Stored stored = pictures.remove(digest(article));
        if (stored != null) {
            delete(stored);
        }
    }

    private void keep(String digest, Stored stored) {
        Stored former = pictures.put(digest, stored);
        bytes += stored.bytes();
        if (former != null) {
            delete(former);
        }
    }

    private void makeRoom() {
        Iterator<Stored> oldest = pictures.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Stored stored = oldest.next();
            oldest.remove();
            delete(stored);
        }
    }

    private void delete(Stored stored) {
        bytes -= stored.bytes();
        try {
            Files.deleteIfExists(stored.file());
        } catch (IOException e) {
            LOG.warn("cannot remove the picture {}", stored.file(), e);
        }
    }

    private Path file(String article, String url) {
        return folder.resolve(digest(article) + "-" + digest(url) + ".jpg");
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(UTF_8)).substring(0, 32);
    }
}
