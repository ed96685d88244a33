package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders of articles, in a stable order: the paths as given, inside a folder by name. A folder's {@code feed.jsonl} is
 * its manifest: then what it lists is read, and nothing else.
 */
public final class FileFeed {
    private static final String TOO_LARGE = "more than " + Limits.BODY_BYTES + " bytes";

    private final List<Path> paths;
    private final Consumer<String> remarks;

    /** @param remarks takes sentences on what is left out, and why */
    public FileFeed(List<Path> paths, Consumer<String> remarks) {
        this.paths = List.copyOf(paths);
        this.remarks = remarks;
    }

    /**
     * Gives each delivery to {@code taker}.
     *
     * @throws InputException where a path is missing or cannot be read
     */
    public void read(Consumer<Delivery> taker) {
        paths.forEach(FileFeed::mustExist);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                readFolder(path, taker);
            } else {
                readFile(path, path.getFileName().toString(), FeedManifest.NOTHING, taker);
            }
        }
    }

    private static void mustExist(Path path) {
        if (!Files.exists(path)) {
            throw new InputException("there is no file or folder " + path);
        }
        if (!Files.isReadable(path)) {
            throw new InputException("no permission to read " + path);
        }
    }

    private void readFolder(Path folder, Consumer<Delivery> taker) {
        Map<String, FeedManifest> listed = new LinkedHashMap<>();
        Path manifest = folder.resolve(FeedManifest.FILE_NAME);
        if (Files.isRegularFile(manifest)) {
            readLines(manifest, FeedManifest.FILE_NAME, FeedManifest.NOTHING, listed, taker);
        }
        SortedMap<String, Path> files = files(folder);
        List<String> missing =
                listed.keySet().stream().filter(f -> !files.containsKey(f)).toList();
        if (!missing.isEmpty()) {
            throw new InputException(manifest + " lists " + missing.get(0) + ", which is not in " + folder);
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = file.getKey();
            FeedManifest line = listed.get(name);
            if (line != null) {
                readFile(file.getValue(), name, line, taker);
            } else if (listed.isEmpty() && isArticleFile(name)) {
                readFile(file.getValue(), name, FeedManifest.NOTHING, taker);
            } else if (!name.equals(FeedManifest.FILE_NAME)) {
                remarks.accept(printable(name) + " is left out: "
                        + (listed.isEmpty() ? "not a file of articles" : "not in " + FeedManifest.FILE_NAME));
            }
        }
    }

    /** All regular files below, by their relative paths with slashes; these may be lossy where the system cannot spell a name. Links are not followed, pipes and devices not opened. */
    private SortedMap<String, Path> files(Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    boolean hidden = !inside.equals(folder)
                            && String.valueOf(inside.getFileName()).startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    if (!attributes.isRegularFile()) {
                        remarks.accept(printable(name) + " is left out: a link, a pipe or a device");
                    } else if (!String.valueOf(file.getFileName()).startsWith(".")) {
                        files.put(name, file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    remarks.accept(printable(folder.relativize(file).toString()) + " is left out: it cannot be read");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        return files;
    }

    /** A name in which nothing breaks the line or moves the cursor. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** Whether a file of this name is one of articles. */
    static boolean isArticleFile(String name) {
        String plain = plainName(name);
        boolean readme = plain.substring(plain.lastIndexOf('/') + 1).startsWith("readme");
        return !readme
                && Stream.of(
                                ".warc",
                                ".arc",
                                ".warc.zst",
                                ".html",
                                ".htm",
                                ".txt",
                                ".md",
                                ".json",
                                ".jsonl",
                                ".rss",
                                ".xml")
                        .anyMatch(plain::endsWith);
    }

    /** Lower case, without {@code .gz}. */
    private static String plainName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    private void readFile(Path file, String name, FeedManifest known, Consumer<Delivery> taker) {
        String plain = plainName(name);
        if (plain.endsWith(".jsonl")) {
            readLines(file, name, known, null, taker);
            return;
        }
        Instant fetched = fetched(file, known);
        if (WarcFile.is(name.toLowerCase(Locale.ROOT))) {
            new WarcFile(file, name, fetched, remarks).read(taker);
            return;
        }
        boolean feed = plain.endsWith(".rss") || plain.endsWith(".xml");
        Optional<byte[]> content = bytes(file, name, fetched, feed ? Limits.FEED_BYTES : Limits.BODY_BYTES, taker);
        if (content.isEmpty()) {
            return;
        }
        byte[] body = content.get();
        if (feed) {
            new RssFile(name, body, fetched).read(taker);
        } else if (plain.endsWith(".json")) {
            new ArticleJson(name, body, fetched, null).read(taker);
        } else {
            taker.accept(page(file, name, plain, known, body));
        }
    }

    private Delivery page(Path file, String name, String plain, FeedManifest known, byte[] body) {
        String type = ContentType.of(plain, body);
        About about = new About(
                fetched(file, known),
                name,
                type,
                known.published(),
                known.publisher(),
                known.headline(),
                known.author(),
                known.equals(FeedManifest.NOTHING) ? null : FeedManifest.FILE_NAME,
                known.id());
        String doubt = ContentType.doubt(body);
        String url = known.url();
        if (url == null && type.equals(ContentType.HTML) && doubt == null) {
            url = SavedPageAddress.in(body);
        }
        return Delivery.of(url, body, about, doubt == null ? null : name + " " + doubt);
    }

    /** Reads JSON Lines, taken to have been fetched in their order, a microsecond apart; lines that name a {@code file} go to {@code listed} where that is given. */
    private void readLines(
            Path file,
            String name,
            FeedManifest known,
            @Nullable Map<String, FeedManifest> listed,
            Consumer<Delivery> taker) {
        Instant fetched = fetched(file, known);
        int number = 0;
        try (InputStream in = open(file)) {
            for (Optional<byte[]> line = LineFeed.next(in); line.isPresent(); line = LineFeed.next(in)) {
                number++;
                byte[] bytes = line.get();
                String origin = name + ":" + number;
                if (bytes.length > Limits.BODY_BYTES) {
                    taker.accept(Delivery.refused(about(origin, fetched), Reason.TOO_LARGE, TOO_LARGE));
                } else if (!new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                    ArticleJson article = new ArticleJson(origin, bytes, fetched.plus(number, ChronoUnit.MICROS), name);
                    Optional<JsonNode> manifestLine =
                            listed == null ? Optional.empty() : article.node().filter(n -> n.has("file"));
                    if (manifestLine.isPresent() && listed != null) {
                        listed.put(manifestLine.get().path("file").asText(), FeedManifest.of(manifestLine.get()));
                    } else {
                        article.read(taker);
                    }
                }
            }
        } catch (IOException e) {
            taker.accept(Delivery.refused(
                    about(name + ":" + (number + 1), fetched),
                    Reason.UNREADABLE,
                    "the file breaks off here: " + e.getMessage()));
        }
    }

    /** The content of a file, as far as it can be read: a compressed one that breaks off is what came before. */
    private static Optional<byte[]> bytes(Path file, String name, Instant fetched, int most, Consumer<Delivery> taker) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = open(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0 && content.size() <= most; read = in.read(buffer)) {
                content.write(buffer, 0, read);
            }
        } catch (IOException e) {
            taker.accept(Delivery.refused(
                    about(name, fetched), Reason.UNREADABLE, "the file cannot be read to its end: " + e.getMessage()));
        }
        if (content.size() > most) {
            taker.accept(Delivery.refused(about(name, fetched), Reason.TOO_LARGE, "more than " + most + " bytes"));
            return Optional.empty();
        }
        return Optional.of(content.toByteArray());
    }

    private static About about(String origin, Instant fetched) {
        return About.of(fetched, origin, null);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new BufferedInputStream(
                        new UnpackedStream(new GZIPInputStream(in, 1 << 16), Files.size(file)), 1 << 16)
                : in;
    }

    private static Instant fetched(Path file, FeedManifest known) {
        if (known.fetched() != null) {
            return known.fetched();
        }
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Everything that {@link #read} gives, in a list. */
    public List<Delivery> all() {
        List<Delivery> all = new ArrayList<>();
        read(all::add);
        return all;
    }

    /** One article without a name: a page, a text or a JSON object on standard input. */
    public static Delivery unnamed(byte[] body, Instant fetched) {
        String type = ContentType.of(body);
        if (type.equals(ContentType.JSON)) {
            List<Delivery> one = new ArrayList<>();
            new ArticleJson("stdin", body, fetched, null).read(one::add);
            return one.get(0);
        }
        String doubt = ContentType.doubt(body);
        String url = type.equals(ContentType.HTML) ? SavedPageAddress.in(body) : null;
        About about = About.of(fetched, "stdin", type);
        return Delivery.of(url, body, about, doubt == null ? null : "stdin " + doubt);
    }

    static JsonNode parse(byte[] json) throws IOException {
        return Json.reader(JsonNode.class).readTree(json);
    }
}
