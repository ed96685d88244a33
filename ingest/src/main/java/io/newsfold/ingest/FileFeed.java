package io.newsfold.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders of articles, in a stable order: the paths as given, inside a folder by name. A folder's {@code feed.jsonl} is
 * its manifest: then what it lists is read, and nothing else.
 */
public final class FileFeed {
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
                readFile(path, path.getFileName().toString(), Manifest.NOTHING, taker);
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
        Map<String, Manifest> listed = new LinkedHashMap<>();
        Path manifest = folder.resolve(Manifest.FILE_NAME);
        if (Files.isRegularFile(manifest)) {
            readLines(manifest, Manifest.FILE_NAME, Manifest.NOTHING, listed, taker);
        }
        List<String> names = names(folder);
        List<String> missing =
                listed.keySet().stream().filter(f -> !names.contains(f)).toList();
        if (!missing.isEmpty()) {
            throw new InputException(manifest + " lists " + missing.get(0) + ", which is not in " + folder);
        }
        for (String name : names) {
            Manifest line = listed.get(name);
            if (line != null) {
                readFile(folder.resolve(name), name, line, taker);
            } else if (listed.isEmpty() && isArticleFile(name)) {
                readFile(folder.resolve(name), name, Manifest.NOTHING, taker);
            } else if (!name.equals(Manifest.FILE_NAME)) {
                remarks.accept(name + " is left out: "
                        + (listed.isEmpty() ? "not a file of articles" : "not in " + Manifest.FILE_NAME));
            }
        }
    }

    /** All regular files below, as relative paths with slashes, sorted. Links are not followed. */
    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .filter(n -> !n.startsWith(".") && !n.contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isArticleFile(String name) {
        String plain = plainName(name);
        boolean readme = plain.substring(plain.lastIndexOf('/') + 1).startsWith("readme");
        return !readme
                && Stream.of(".html", ".htm", ".txt", ".md", ".json", ".jsonl", ".rss", ".xml")
                        .anyMatch(plain::endsWith);
    }

    /** Lower case, without {@code .gz}. */
    private static String plainName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    private void readFile(Path file, String name, Manifest known, Consumer<Delivery> taker) {
        String plain = plainName(name);
        if (plain.endsWith(".jsonl")) {
            readLines(file, name, known, null, taker);
        } else if (plain.endsWith(".rss") || plain.endsWith(".xml")) {
            Instant fetched = fetched(file, known);
            bytes(file).ifPresent(b -> new RssFile(name, b, fetched).read(taker));
        } else if (plain.endsWith(".json")) {
            bytes(file).ifPresent(b -> new ArticleLine(name, b, fetched(file, known), null).read(taker));
        } else {
            bytes(file).ifPresent(b -> taker.accept(page(file, name, plain, known, b)));
        }
    }

    private Delivery page(Path file, String name, String plain, Manifest known, byte[] body) {
        String type = ContentType.of(plain, body);
        About about = new About(
                fetched(file, known),
                name,
                type,
                known.published(),
                known.publisher(),
                known.headline(),
                known.author(),
                known.equals(Manifest.NOTHING) ? null : Manifest.FILE_NAME,
                known.id());
        String doubt = ContentType.doubt(body);
        String url = known.url();
        if (url == null && type.equals(ContentType.HTML) && doubt == null) {
            url = PageAddress.in(body);
        }
        return Delivery.of(url, body, about, doubt == null ? null : name + " " + doubt);
    }

    /** Reads JSON Lines, taken to have been fetched in their order, a microsecond apart; lines that name a {@code file} go to {@code listed} where that is given. */
    private void readLines(
            Path file, String name, Manifest known, @Nullable Map<String, Manifest> listed, Consumer<Delivery> taker) {
        Instant fetched = fetched(file, known);
        int number = 0;
        try (InputStream in = open(file)) {
            for (Optional<byte[]> line = nextLine(in); line.isPresent(); line = nextLine(in)) {
                number++;
                byte[] bytes = line.get();
                String origin = name + ":" + number;
                if (bytes.length > Limits.BODY_BYTES) {
                    remarks.accept(origin + " is refused: more than " + Limits.BODY_BYTES + " bytes");
                } else if (!new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
                    ArticleLine article = new ArticleLine(origin, bytes, fetched.plus(number, ChronoUnit.MICROS), name);
                    Optional<JsonNode> manifestLine =
                            listed == null ? Optional.empty() : article.node().filter(n -> n.has("file"));
                    if (manifestLine.isPresent() && listed != null) {
                        listed.put(manifestLine.get().path("file").asText(), Manifest.of(manifestLine.get()));
                    } else {
                        article.read(taker);
                    }
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot read " + file + " at line " + (number + 1) + ": " + e.getMessage(), e);
        }
    }

    /** The next line without its end; of a line that is too long only enough to see that it is. */
    private static Optional<byte[]> nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() <= Limits.BODY_BYTES) {
                line.write(b);
            }
        }
        return Optional.of(line.toByteArray());
    }

    private Optional<byte[]> bytes(Path file) {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(Limits.BODY_BYTES + 1);
            if (bytes.length > Limits.BODY_BYTES) {
                remarks.accept(file + " is refused: more than " + Limits.BODY_BYTES + " bytes");
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
                : in;
    }

    private static Instant fetched(Path file, Manifest known) {
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
            new ArticleLine("stdin", body, fetched, null).read(one::add);
            return one.get(0);
        }
        String doubt = ContentType.doubt(body);
        String url = type.equals(ContentType.HTML) ? PageAddress.in(body) : null;
        About about = new About(fetched, "stdin", type, null, null, null, null, null, null);
        return Delivery.of(url, body, about, doubt == null ? null : "stdin " + doubt);
    }

    static JsonNode parse(byte[] json) throws IOException {
        return Json.reader(JsonNode.class).readTree(json);
    }
}
