package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.newsfold.contract.BinaryData;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses media types by file name and first bytes; where they contradict each other, the bytes decide. */
public final class ContentType {
    public static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";
    public static final String TEXT = "text/plain";
    static final String MARKDOWN = "text/markdown";
    public static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";

    private static final String BINARY = "application/octet-stream";

    private record Signature(String bytes, String type) {}

    /** First bytes of files that are not text, whatever their names. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF-", "application/pdf"),
            new Signature("\u0089PNG\r\n", "image/png"),
            new Signature("\u00ff\u00d8\u00ff", "image/jpeg"),
            new Signature("GIF8", "image/gif"),
            new Signature("PK\u0003\u0004", "application/zip"),
            new Signature("\u001f\u008b", "application/gzip"),
            new Signature("(\u00b5/\u00fd", "application/zstd"),
            new Signature("\u007fELF", "application/x-executable"),
            new Signature("PAR1", "application/vnd.apache.parquet"),
            new Signature("RIFF", BINARY));

    private static final String UTF8_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern LIST_OF_OBJECTS = Pattern.compile("^\\[\\s*+\\{");

    private ContentType() {}

    /** The type of a file whose name, in lower case, is {@code name}. */
    static String of(String name, byte[] bytes) {
        String binary = binaryType(bytes);
        if (binary != null) {
            return binary;
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return HTML;
        }
        if (name.endsWith(".md")) {
            return MARKDOWN;
        }
        return name.endsWith(".json") || name.endsWith(".jsonl") ? JSON : TEXT;
    }

    /** The type of bytes without a file name. */
    public static String of(byte[] bytes) {
        String start = start(bytes, 1_000).replace(UTF8_MARK, "").stripLeading();
        if (start.startsWith("{") || LIST_OF_OBJECTS.matcher(start).find()) {
            return JSON;
        }
        boolean page =
                start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
        return of(page ? ".html" : ".txt", bytes);
    }

    /** Why these bytes cannot be an article: a sentence without its subject; null where they can. */
    public static @Nullable String doubt(byte[] bytes) {
        String binary = binaryType(bytes);
        if (binary != null) {
            return "is " + binary + ", not an article";
        }
        return new String(bytes, ISO_8859_1).isBlank() ? "is empty" : null;
    }

    private static @Nullable String binaryType(byte[] bytes) {
        String start = start(bytes, 8);
        return SIGNATURES.stream()
                .filter(signature -> start.startsWith(signature.bytes()))
                .map(Signature::type)
                .findFirst()
                .orElse(BinaryData.is(bytes) ? BINARY : null);
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), ISO_8859_1);
    }
}
