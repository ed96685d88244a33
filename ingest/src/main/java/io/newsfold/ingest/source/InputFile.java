package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name what deliveries give as their origin: the name of the file, or its path inside a folder, with slashes
 */
record InputFile(Path path, String name) {
    private static final int BUFFER = 1 << 16;

    private static final List<String> ARTICLE_ENDINGS = List.of(
            ".warc",
            ".arc",
            ".warc.zst",
            ".html",
            ".htm",
            ".xhtml",
            ".mhtml",
            ".mht",
            ".txt",
            ".md",
            ".json",
            ".jsonl",
            ".rss",
            ".xml");

    /** Whether the name is one of a file of articles. */
    boolean holdsArticles() {
        String plainName = plainName();
        boolean readme = plainName.substring(plainName.lastIndexOf('/') + 1).startsWith("readme");
        return !readme && ARTICLE_ENDINGS.stream().anyMatch(plainName::endsWith);
    }

    /** Whether the name is one of a page of HTML. */
    boolean isPage() {
        return Stream.of(".html", ".htm", ".xhtml").anyMatch(plainName()::endsWith);
    }

    /** The name in lower case, without {@code .gz}. */
    String plainName() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** The content, unpacked where the file ends in {@code .gz}; the caller closes it. */
    InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return in;
        }
        long limit = Math.max(Limits.UNPACKED_BYTES, Limits.UNPACKED_RATIO * Files.size(path));
        return new BufferedInputStream(LimitedStream.failingAfter(limit, new GZIPInputStream(in, BUFFER)), BUFFER);
    }

    /** @throws InputException where the file cannot be read */
    Instant modified() {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new InputException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
