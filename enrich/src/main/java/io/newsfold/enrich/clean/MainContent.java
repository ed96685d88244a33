package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The part of a page that holds the article, as blocks. Paragraphs vote for the elements around them by length and commas, links vote against;
 * the element with the most votes wins, with what stands beside it and looks the same.
 */
@SuppressWarnings("ReferenceEquality") // two elements are the same only where they stand in the same place
final class MainContent {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "math",
            "object",
            "embed",
            "select",
            "button",
            "input",
            "textarea",
            "nav",
            "footer",
            "canvas",
            "video",
            "audio",
            "head",
            "dialog");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "aside",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "form",
            "fieldset",
            "center",
            "address",
            "hr",
            "body",
            "details",
            "summary",
            "caption");
    private static final Pattern SIDE = Pattern.compile(
            "(?i)\\b(?:comments?|disqus|sidebar|side-bar|related|recirc|recommend(?:ed|ations?)?|share|sharing|social|promo|newsletter|subscribe|signup|sign-up|cookie|consent|gdpr|"
                    + "breadcrumbs?|menu|navbar|navigation|advert(?:isement)?s?|ads?|sponsor(?:ed)?|popular|trending|most-read|author-bio|author-box|bio|about-author|toolbar|"
                    + "login|log-in|register|modal|popup|overlay|masthead|site-header|site-footer|footer|tags|taglist|pagination|pager|print-only|taboola|outbrain|read-more|more-stories|widget|respond|reply)\\b");
    private static final Pattern CAPTION =
            Pattern.compile("(?i)(?:caption|photo-credit|image-credit|media-credit|wp-caption)");

    /** How many letters an element has, and how many of them stand in links. */
    private record Size(int letters, int linked) {
        static final Size NOTHING = new Size(0, 0);
    }

    private final Document document;
    private final Map<Element, Size> sizes = new HashMap<>();
    private final Set<Element> side = new HashSet<>();
    private final Map<Element, Double> votes = new LinkedHashMap<>(); // ties go to the first
    private final List<Block> blocks = new ArrayList<>();
    private boolean hidden;
    private String from = "votes";

    private MainContent(Document document) {
        this.document = document;
    }

    static MainContent of(Document document) {
        MainContent content = new MainContent(document);
        content.find();
        return content;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** How the article's part of the tree was found: {@code votes}, or {@code body} where nothing won. */
    String from() {
        return from;
    }

    boolean hasHidden() {
        return hidden;
    }

    private void find() {
        Element body = document.body();
        measure(body);
        markSides(body, Math.max(1, size(body).letters()));
        vote(body);
        Element winner = winner(body);
        for (Element part : beside(winner)) {
            new Walk(part).run();
        }
        if (blocks.stream().mapToInt(Block::words).sum() < 25 && winner != body) {
            blocks.clear();
            from = "body";
            new Walk(body).run();
        }
    }

    private void markSides(Element element, int all) {
        for (Element child : element.children()) {
            if (isSide(child, all)) {
                side.add(child);
            } else {
                markSides(child, all);
            }
        }
    }

    private boolean isSide(Element e, int all) {
        if (NEVER.contains(e.normalName())) {
            return true;
        }
        if (isHidden(e)) {
            hidden |= size(e).letters() > 100;
            return true;
        }
        String role = e.attr("role");
        boolean named = e.normalName().equals("aside")
                || role.equals("navigation")
                || role.equals("complementary")
                || role.equals("contentinfo")
                || role.equals("banner")
                || role.equals("dialog")
                || SIDE.matcher(e.className().replace('_', '-')).find()
                || SIDE.matcher(e.id().replace('_', '-')).find();
        // a side part never holds most of the page: such a name is a template's whim
        return named && size(e).letters() < all * 0.4;
    }

    private static boolean isHidden(Element e) {
        String style = e.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        return e.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || e.attr("aria-hidden").equals("true") && e.text().length() > 20;
    }

    private void vote(Element element) {
        for (Element child : element.children()) {
            if (!side.contains(child)) {
                String text =
                        child.normalName().equals("p") || !hasBlockChild(child) && BLOCKS.contains(child.normalName())
                                ? child.text()
                                : ownText(child);
                double points = points(child, text);
                Element parent = child.parent();
                for (double share = 1; points > 0 && parent != null && share >= 0.25; share /= 2) {
                    votes.merge(parent, points * share, Double::sum);
                    parent = parent.parent();
                }
                vote(child);
            }
        }
    }

    private double points(Element e, String text) {
        if (text.length() < 25 || e.normalName().startsWith("h")) {
            return 0;
        }
        long commas = text.chars()
                .filter(c -> c == ',' || c == '،' || c == '、' || c == '，')
                .count();
        double points = 1 + Math.min(commas, 10) + Math.min(text.length() / 100.0, 3);
        return points * (1 - linkShare(e)) * (Words.endsLikeSentence(text) ? 1 : 0.3);
    }

    private Element winner(Element body) {
        Element best = body;
        double most = 0;
        for (Map.Entry<Element, Double> entry : votes.entrySet()) {
            double score = entry.getValue() * (1 - linkShare(entry.getKey()));
            if (score > most) {
                best = entry.getKey();
                most = score;
            }
        }
        Element parent = best.parent();
        while (parent != null && parent != body && votes.getOrDefault(parent, 0.0) > most * 0.75) {
            best = parent;
            parent = parent.parent();
        }
        return best;
    }

    /** The winner and those siblings that hold prose as well. */
    private List<Element> beside(Element winner) {
        Element parent = winner.parent();
        if (parent == null || winner == document.body()) {
            return List.of(winner);
        }
        double enough = Math.max(8, votes.getOrDefault(winner, 0.0) * 0.2);
        List<Element> parts = new ArrayList<>();
        for (Element sibling : parent.children()) {
            boolean prose = sibling.normalName().equals("p")
                    && sibling.text().length() > 80
                    && linkShare(sibling) < 0.25
                    && Words.endsLikeSentence(sibling.text());
            if (sibling == winner || !side.contains(sibling) && (prose || votes.getOrDefault(sibling, 0.0) >= enough)) {
                parts.add(sibling);
            }
        }
        return parts;
    }

    private static boolean hasBlockChild(Element e) {
        return e.children().stream().anyMatch(c -> BLOCKS.contains(c.normalName()) || hasBlockChild(c));
    }

    private static String ownText(Element e) {
        return BLOCKS.contains(e.normalName()) ? e.ownText() : "";
    }

    private double linkShare(Element e) {
        Size size = size(e);
        return size.letters() == 0 ? 0 : (double) size.linked() / size.letters();
    }

    private Size size(Element e) {
        return sizes.getOrDefault(e, Size.NOTHING);
    }

    /** Measures every element, each once. */
    private Size measure(Element element) {
        int letters = 0;
        int linked = 0;
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                letters += letters(words.getWholeText());
            } else if (node instanceof Element child && !NEVER.contains(child.normalName())) {
                Size size = measure(child);
                letters += size.letters();
                linked += size.linked();
            }
        }
        boolean link = element.normalName().equals("a") && element.hasAttr("href");
        Size size = new Size(letters, link ? letters : linked);
        sizes.put(element, size);
        return size;
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        return letters;
    }

    /** Turns a part of the tree into blocks: text runs together until an element begins or ends that stands on its own lines. */
    private final class Walk {
        private final Element root;
        private final StringBuilder text = new StringBuilder();
        private int linked;

        Walk(Element root) {
            this.root = root;
        }

        void run() {
            walk(root, Block.Kind.PARAGRAPH, false);
            flush(Block.Kind.PARAGRAPH);
        }

        private void walk(Element element, Block.Kind kind, boolean inLink) {
            int breaks = 0;
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode words) {
                    int before = text.length();
                    text.append(words.getWholeText());
                    linked += inLink ? Words.count(words.getWholeText()) : 0;
                    breaks = text.substring(before).isBlank() ? breaks : 0;
                } else if (node instanceof Element child
                        && !side.contains(child)
                        && !NEVER.contains(child.normalName())) {
                    if (child.normalName().equals("br")) {
                        text.append('\n');
                        breaks++;
                        if (breaks >= 2) {
                            flush(kind);
                        }
                    } else if (BLOCKS.contains(child.normalName())) {
                        flush(kind);
                        Block.Kind inner = kind(child, kind);
                        walk(child, inner, inLink);
                        flush(inner);
                        breaks = 0;
                    } else {
                        walk(child, kind, inLink || child.normalName().equals("a"));
                        breaks = 0;
                    }
                }
            }
        }

        private Block.Kind kind(Element e, Block.Kind outer) {
            String name = e.normalName();
            if (name.equals("figcaption") || CAPTION.matcher(e.className()).find() || outer == Block.Kind.CAPTION) {
                return Block.Kind.CAPTION;
            }
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
                return Block.Kind.HEADING;
            }
            return name.equals("li") || name.equals("td") || name.equals("dd")
                    ? Block.Kind.ITEM
                    : outer == Block.Kind.ITEM ? outer : Block.Kind.PARAGRAPH;
        }

        private void flush(Block.Kind kind) {
            String line = Hygiene.oneLine(text.toString());
            if (!line.isEmpty()) {
                int words = Math.max(1, Words.count(line));
                blocks.add(new Block(line, kind, Math.min(1.0, (double) linked / words), null));
            }
            text.setLength(0);
            linked = 0;
        }
    }
}
