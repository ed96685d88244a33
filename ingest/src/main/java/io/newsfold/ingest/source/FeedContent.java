package io.newsfold.ingest.source;

import io.newsfold.text.charset.ByteDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The content of an element as HTML: escaped, as elements, as plain text or in Base64, as {@code type} and {@code mode}
 * say, or as it looks where they say nothing.
 *
 * @param html as a fragment of a page
 */
record FeedContent(String html) {
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&#?\\w{1,10};");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R[ \\t]{0,99}\\R\\s{0,99}");
    private static final Set<String> TEXT_TYPES = Set.of("text", "plain", "text/plain");
    private static final Set<String> MEDIA = Set.of("image", "audio", "video", "font");

    /** The content of {@code element}; null where it has none that can be read. */
    static @Nullable FeedContent of(Element element, FeedBase base) {
        String type = attribute(element, "type");
        boolean isMedia = MEDIA.contains(type.substring(0, Math.max(0, type.indexOf('/'))));
        String html = isMedia ? "" : html(element, type, attribute(element, "mode"));
        return html.isBlank() ? null : new FeedContent(base.isStated(element) ? base.resolveIn(html, element) : html);
    }

    /** One line without tags. Titles and names may contain escaped tags, whatever their type. */
    static @Nullable String plain(Element element) {
        String type = attribute(element, "type");
        String html = html(element, type, attribute(element, "mode"));
        boolean hasTags = MARKUP.matcher(html).find();
        String text = hasTags ? Jsoup.parse(html).text() : html.strip();
        return text.isBlank() ? null : text;
    }

    /** How much text there is, in characters, tags left out. */
    int length() {
        return TAG.matcher(html).replaceAll("").strip().length();
    }

    private static String html(Element element, String type, String mode) {
        List<Element> alternatives = element.children().stream()
                .filter(c -> c.tag().localName().equals("content"))
                .toList();
        if (type.startsWith("multipart/") && !alternatives.isEmpty()) {
            Element best = alternatives.get(alternatives.size() - 1); // the richest comes last
            return html(best, attribute(best, "type"), attribute(best, "mode"));
        }
        if (!element.children().isEmpty()) {
            return inline(element);
        }
        String text = element.wholeText();
        if (mode.equals("base64") || isEncoded(type)) {
            return decoded(text, type);
        }
        if (type.endsWith("xml") || type.equals("xhtml") || mode.equals("xml")) {
            return TEXT_TYPES.contains(type) ? ofText(text) : Entities.escape(text);
        }
        boolean isText = TEXT_TYPES.contains(type) && !TAG.matcher(text).find();
        return isText ? ofText(text) : withParagraphs(text);
    }

    /** Types of Atom that are neither text nor XML are in Base64. */
    private static boolean isEncoded(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml") && !type.contains("html");
    }

    private static String decoded(String base64, String type) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
            String text = ByteDecoder.decode(bytes, null).text();
            return TEXT_TYPES.contains(type) ? ofText(text) : text;
        } catch (IllegalArgumentException notBase64) {
            return base64;
        }
    }

    /** Elements that stand in the feed itself, without their prefixes. A name that is only a prefix stays as it is. */
    private static String inline(Element element) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        for (Node child : element.childNodes()) {
            if (isItem(child)) {
                break; // an element that a damaged feed does not close takes in all items behind it
            }
            Node copy = child instanceof TextNode text ? new TextNode(text.getWholeText()) : child.clone();
            page.body().appendChild(copy);
        }
        page.body().stream()
                .filter(e -> !e.tag().prefix().isEmpty() && !e.tag().localName().isEmpty())
                .toList()
                .forEach(e -> e.tagName(e.tag().localName()));
        return page.body().html();
    }

    private static boolean isItem(Node node) {
        return node instanceof Element element
                && Set.of("item", "entry").contains(element.tag().localName());
    }

    private static String ofText(String text) {
        return paragraphs(
                text.strip(),
                part -> Entities.escape(part).lines().map(String::strip).collect(Collectors.joining("<br>\n")));
    }

    /** Text that nobody marked up may be HTML with references; only its paragraphs are marked. */
    private static String withParagraphs(String text) {
        return TAG.matcher(text).find() ? text : paragraphs(text.strip(), UnaryOperator.identity());
    }

    private static String paragraphs(String text, UnaryOperator<String> lines) {
        List<String> parts = PARAGRAPHS
                .splitAsStream(text)
                .filter(part -> !part.isBlank())
                .map(lines)
                .toList();
        return parts.size() < 2
                ? lines.apply(text)
                : parts.stream().collect(Collectors.joining("</p>\n<p>", "<p>", "</p>"));
    }

    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name).strip().toLowerCase(Locale.ROOT);
    }
}
