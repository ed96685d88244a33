package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Media types by file name and by first bytes; the bytes have the last word. */
public final class ContentType {
    public static final String HTML = "text/html";
    public static final String TEXT = "text/plain";
    static final String MARKDOWN = "text/markdown";
    public static final String JSON = "application/json";

    /** First bytes of files that are no text, whatever their name says. */
    private record Magic(String bytes, String type) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic("%PDF-", "application/pdf"),
            new Magic("\u0089PNG\r\n", "image/png"),
            new Magic("\u00ff\u00d8\u00ff", "image/jpeg"),
            new Magic("GIF8", "image/gif"),
            new Magic("PK\u0003\u0004", "application/zip"),
            new Magic("\u001f\u008b", "application/gzip"),
            new Magic("(\u00b5/\u00fd", "application/zstd"),
            new Magic("\u007fELF", "application/x-executable"),
            new Magic("RIFF", "application/octet-stream"));

    private ContentType() {}

    /** The type of a file called {@code name}. */
    static String of(String name, byte[] bytes) {
        String other = byMagic(bytes);
        if (other != null) {
            return other;
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return HTML;
        }
        if (name.endsWith(".md")) {
            return MARKDOWN;
        }
        return name.endsWith(".json") || name.endsWith(".jsonl") ? JSON : TEXT;
    }

    /** The type of bytes that come without a name. */
    public static String of(byte[] bytes) {
        String start = start(bytes, 1_000).stripLeading();
        if (start.startsWith("{")) {
            return JSON;
        }
        boolean page =
                start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
        return of(page ? "stdin.html" : "stdin.txt", bytes);
    }

    /** A sentence on why these bytes cannot be an article, or null. */
    public static @Nullable String doubt(byte[] bytes) {
        String other = byMagic(bytes);
        if (other != null) {
            return "is " + other + ", not an article";
        }
        return new String(bytes, ISO_8859_1).isBlank() ? "is empty" : null;
    }

    private static @Nullable String byMagic(byte[] bytes) {
        String start = start(bytes, 8);
        return MAGIC.stream()
                .filter(m -> start.startsWith(m.bytes()))
                .map(Magic::type)
                .findFirst()
                .orElse(null);
    }

    private static String start(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(bytes.length, most), ISO_8859_1);
    }
}
