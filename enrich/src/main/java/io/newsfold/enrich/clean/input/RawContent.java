package io.newsfold.enrich.clean.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.charset.ByteDecoder;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a delivery with the wrapping off: JSON objects are opened, other kinds of files refused.
 *
 * @param bytes of the page or text
 * @param about the headers, completed by what the JSON object says
 * @param isPage whether the bytes have tags
 * @param isFlash whether there is a headline and nothing else
 * @param repairs flags for what was mended when the wrapping came off
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
public record RawContent(byte[] bytes, About about, boolean isPage, boolean isFlash, Set<Flag> repairs) {

    /** The delivery is no article; carries the reason of its rejection. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        public final Reason reason;
        public final String sentence;

        public Unusable(Reason reason, String sentence) {
            super(sentence, null, false, false);
            this.reason = reason;
            this.sentence = sentence;
        }
    }

    private static final List<String> OTHER_FILES = List.of(
            "%PDF-",
            "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "PK\u0003\u0004", "\u001f\u008b", "(\u00b5/\u00fd", "\u007fELF");

    /** An object whose producer did not say so, or what a schema registry puts before one. */
    private static final Pattern UNNAMED_JSON = Pattern.compile("^(?:\\s*\\{\\s*\"|\0)");

    /**
     * Opens the body of a delivery.
     *
     * @throws Unusable for other kinds of files, and for JSON that is broken or has no text
     */
    public static RawContent of(byte[] body, About about) throws Unusable {
        String start = new String(body, 0, Math.min(body.length, 2_000), ISO_8859_1);
        if (OTHER_FILES.stream().anyMatch(start::startsWith)) {
            throw new Unusable(Reason.NOT_HTML, "another kind of file by its first bytes");
        }
        String type = about.contentType() == null ? "" : about.contentType().toLowerCase(Locale.ROOT);
        if (type.contains("json")
                || type.isEmpty() && UNNAMED_JSON.matcher(start).find()) {
            return ofJson(body, about);
        }
        boolean page = type.contains("html") || !type.startsWith("text/") && looksLikePage(start);
        return new RawContent(body, about, page, false, Set.of());
    }

    public boolean isMarkdown() {
        return about.contentType() != null && about.contentType().contains("markdown");
    }

    /** The bytes as characters, with the flags of all repairs so far. */
    public FlaggedText decode() {
        return ByteDecoder.decode(bytes, about.contentType()).flagged(repairs);
    }

    private static boolean looksLikePage(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.contains("<html")
                || lower.contains("<!doctype html")
                || lower.contains("<body")
                || lower.contains("<p>");
    }

    private static RawContent ofJson(byte[] body, About about) throws Unusable {
        JsonNode article = parse(body);
        String html = text(article, "html");
        String full = html == null ? firstText(article, "text", "articleBody", "body") : html;
        String text =
                full == null ? firstText(article, "headline", "title") : full; // a flash is a headline and nothing else
        if (text == null) {
            throw new Unusable(Reason.SCHEMA, "the object has neither text nor html nor headline");
        }
        String type = html == null ? "text/plain" : "text/html";
        About completed = new About(
                about.fetched(),
                about.origin(),
                type,
                or(about.published(), firstText(article, "published", "datePublished", "date")),
                or(about.publisher(), firstText(article, "publisher", "source")),
                or(about.headline(), firstText(article, "headline", "title")),
                or(about.author(), authors(article)),
                about.feed(),
                or(about.sourceId(), writable(text(article, "id"))),
                about.flags(),
                about.address());
        FlaggedText writable = TextNormalizer.apply(text); // half a character would be lost on the way to bytes
        byte[] bytes = writable.text().getBytes(UTF_8);
        return new RawContent(bytes, completed, html != null, full == null, writable.flags());
    }

    private static JsonNode parse(byte[] body) throws Unusable {
        try {
            JsonNode node = Json.reader(JsonNode.class).readTree(body);
            if (node != null && node.isObject()) {
                if (!isFinite(node)) {
                    throw new Unusable(Reason.NOT_JSON, "a number that is too large");
                }
                return node;
            }
            throw new Unusable(Reason.NOT_JSON, "not a JSON object");
        } catch (JsonProcessingException e) {
            throw new Unusable(Reason.NOT_JSON, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unusable(Reason.NOT_JSON, "not JSON: " + e.getMessage());
        }
    }

    /** As it was given, but without halves of characters. */
    private static @Nullable String writable(@Nullable String id) {
        return id == null ? null : TextNormalizer.replaceLoneSurrogates(id).text();
    }

    private static boolean isFinite(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).allMatch(RawContent::isFinite)
                : !node.isDouble() || Double.isFinite(node.doubleValue());
    }

    private static @Nullable String authors(JsonNode article) {
        JsonNode author = article.has("author") ? article.path("author") : article.path("authors");
        if (!author.isArray()) {
            if (author.isObject()) {
                return text(author, "name");
            }
            return author.isTextual() ? author.textValue() : null;
        }
        String names = StreamSupport.stream(author.spliterator(), false)
                .map(a -> a.isObject() ? a.path("name") : a)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(", "));
        return names.isBlank() ? null : names;
    }

    private static @Nullable String firstText(JsonNode object, String... fields) {
        for (String field : fields) {
            String value = text(object, field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static @Nullable String or(@Nullable String value, @Nullable String other) {
        return value == null ? other : value;
    }
}
