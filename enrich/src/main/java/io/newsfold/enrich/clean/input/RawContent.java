package io.newsfold.enrich.clean.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.BinaryData;
import io.newsfold.contract.Flag;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.ArticleField;
import io.newsfold.text.article.ArticleNodes;
import io.newsfold.text.article.ArticleReader;
import io.newsfold.text.article.ExportJson;
import io.newsfold.text.article.ExportedArticle;
import io.newsfold.text.charset.ByteDecoder;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
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
            "PAR1",
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "PK\u0003\u0004",
            "\u001f\u008b",
            "(\u00b5/\u00fd",
            "\u007fELF");

    /** An object whose producer did not say so, or what a schema registry puts before one. */
    private static final Pattern UNNAMED_JSON = Pattern.compile("^(?:\\s*\\{\\s*\"|\\s*\\[\\s*\\{\\s*\"|\0)");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST_HEADLINE = 1_000; // with its tags

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
        if (BinaryData.is(body)) {
            throw new Unusable(Reason.NOT_HTML, "no text in any encoding");
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
        ExportJson.Value value = parse(body);
        ExportedArticle article = article(value.node());
        if (article.refusal() != null) {
            throw new Unusable(Reason.SCHEMA, article.refusal());
        }
        String headline = title(article.text(ArticleField.HEADLINE));
        String full = article.text(article.isPage() ? ArticleField.HTML : ArticleField.TEXT);
        About completed = new About(
                about.fetched(),
                about.origin(),
                article.isPage() ? "text/html" : "text/plain",
                or(about.published(), article.text(ArticleField.PUBLISHED)),
                or(about.publisher(), title(article.text(ArticleField.PUBLISHER))),
                or(about.headline(), headline),
                or(about.author(), article.text(ArticleField.AUTHOR)),
                about.feed(),
                or(about.sourceId(), writable(article.text(ArticleField.ID))),
                about.flags(),
                about.address(),
                or(about.language(), article.text(ArticleField.LANGUAGE)));
        // a flash is a headline and nothing else; half a character would be lost on the way to bytes
        FlaggedText writable = TextNormalizer.apply(full == null ? String.valueOf(headline) : full)
                .flagged(value.flags())
                .flagged(article.flags());
        byte[] bytes = writable.text().getBytes(UTF_8);
        boolean isFlash = full == null || headline != null && repeats(full, headline);
        return new RawContent(bytes, completed, article.isPage(), isFlash, writable.flags());
    }

    /** Whether a text says nothing but the headline. */
    private static boolean repeats(String text, String headline) {
        return text.length() <= LONGEST_HEADLINE
                && letters(String.valueOf(title(text))).equals(letters(headline));
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The one article of the object; lists are taken apart before they come here, but not by every producer. */
    private static ExportedArticle article(JsonNode value) throws Unusable {
        List<JsonNode> articles = ArticleNodes.in(value);
        if (articles.size() > 1) {
            throw new Unusable(
                    Reason.SCHEMA, "a list of " + articles.size() + " articles; send each as a record of its own");
        }
        return ArticleReader.read(articles.get(0));
    }

    private static ExportJson.Value parse(byte[] body) throws Unusable {
        try {
            ExportJson.Value value = ExportJson.parse(body);
            if (value.node().isArray()) {
                throw new Unusable(Reason.NOT_JSON, "a list and not a JSON object: send each article as a record");
            }
            if (!value.node().isObject()) {
                throw new Unusable(Reason.NOT_JSON, "not a JSON object");
            }
            if (!isFinite(value.node())) {
                throw new Unusable(Reason.NOT_JSON, "a number that is too large");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Unusable(Reason.NOT_JSON, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unusable(Reason.NOT_JSON, "not JSON: " + e.getMessage());
        }
    }

    /** A name or headline without the tags and entities that some exports leave in it. */
    private static @Nullable String title(@Nullable String text) {
        if (text == null || text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        return Jsoup.parseBodyFragment(text).text();
    }

    /** As it was given, but without halves of characters. */
    private static @Nullable String writable(@Nullable String id) {
        return id == null ? null : TextNormalizer.replaceLoneSurrogates(id).text();
    }

    private static boolean isFinite(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).allMatch(RawContent::isFinite)
                : !node.isDouble() || !Double.isInfinite(node.doubleValue());
    }

    private static @Nullable String or(@Nullable String value, @Nullable String other) {
        return value == null ? other : value;
    }
}
