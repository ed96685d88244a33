package io.newsfold.enrich.clean.body;

import io.newsfold.contract.Flag;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a page as blocks, in one walk over the tree: text runs together until an element begins or ends that
 * has lines of its own.
 */
public final class BlockExtractor {
    /** Ruby annotations repeat a word by its sound: readers of the text do not want it twice. */
    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "rt",
            "rp",
            "iframe",
            "svg",
            "math",
            "object",
            "embed",
            "select",
            "input",
            "textarea",
            "canvas",
            "video",
            "audio",
            "head",
            "map");

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "mark", "q", "ruby", "rb", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
            "time", "tt", "u", "var", "wbr", "img", "label", "nobr", "amp-img", "picture", "source", "link", "meta",
            "o:p");
    /** So many blocks are looked at; a page with more is no article beyond them. */
    private static final int MOST_BLOCKS = 20_000;
    /** With fewer words of prose, a page may have its article where browsers show none. */
    private static final int LEAST_PROSE = 40;

    private static final Set<String> FALLBACKS = Set.of("noscript", "template");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Long> rolesByNames = new HashMap<>();
    private final boolean withFallbacks;
    private ElementStatistics scope = new ElementStatistics(null, 0, 0, 0, false);
    private int[] nearest = new int[ElementRole.COUNT];
    private int[] nearestAtStart = nearest;
    private int depth;
    private int depthAtStart;
    private int linkedChars;
    /** Whether {@link #text} has more than white space. */
    private boolean begun;

    /** In a row of a table of values, whose cells are one line. */
    private boolean inRow;

    private boolean inPreformatted;
    private boolean afterRule;
    private final DataTables tables = new DataTables();

    private BlockExtractor(boolean withFallbacks) {
        this.withFallbacks = withFallbacks;
        Arrays.fill(nearest, -1);
    }

    /**
     * The blocks of a page.
     *
     * @param blocks in reading order, the hidden ones as well
     * @param flags what was repaired in their text
     */
    public record Extraction(List<Block> blocks, Set<Flag> flags) {
        public Extraction {
            blocks = List.copyOf(blocks);
            flags = Set.copyOf(flags);
        }
    }

    /**
     * Extracts the blocks of a page in one walk; in a second one with what stands in {@code noscript} and
     * {@code template}, where the page has no prose without it.
     */
    public static Extraction extract(Document document) {
        BlockExtractor extractor = walked(document, false);
        if (extractor.proseWords() < LEAST_PROSE && document.selectFirst("noscript,template") != null) {
            BlockExtractor whole = walked(document, true);
            extractor = whole.proseWords() >= LEAST_PROSE ? whole : extractor;
        }
        TrueRoles.clearOthers(extractor.blocks, extractor.proseWords());
        return new Extraction(extractor.blocks, extractor.flags);
    }

    private static BlockExtractor walked(Document document, boolean withFallbacks) {
        BlockExtractor extractor = new BlockExtractor(withFallbacks);
        extractor.enter(document.body(), Block.Kind.PARAGRAPH, false);
        extractor.flush(Block.Kind.PARAGRAPH);
        return extractor;
    }

    /** The words of prose of the whole page, which the outermost element counts. */
    private int proseWords() {
        return scope.prose;
    }

    private void walk(Element element, Block.Kind kind, boolean inLink) {
        int breaks = 0;
        for (Node node : element.childNodes()) {
            if (blocks.size() >= MOST_BLOCKS) {
                return;
            }
            if (node instanceof TextNode words) {
                boolean blank = words.isBlank();
                addText(words.getWholeText(), kind, inLink);
                breaks = blank ? breaks : 0;
            } else if (node instanceof Element child && hasText(child)) {
                breaks = child.normalName().equals("br") ? breaks + 1 : 0;
                if (breaks > 0) {
                    text.append(inRow ? ' ' : '\n');
                } else {
                    enter(child, kind, inLink);
                }
                if (breaks >= 2 && !inRow) {
                    flush(kind);
                }
            }
        }
    }

    /** A template for the shadow tree of its parent is shown like any other text. */
    private boolean hasText(Element element) {
        String tag = element.normalName();
        return !NO_TEXT.contains(tag)
                || withFallbacks && FALLBACKS.contains(tag)
                || tag.equals("template") && (element.hasAttr("shadowrootmode") || element.hasAttr("shadowroot"));
    }

    /** Preformatted text has its paragraphs as lines and blank lines. */
    private void addText(String words, Block.Kind kind, boolean inLink) {
        if (!inPreformatted || words.indexOf('\n') < 0) {
            append(words, inLink);
            return;
        }
        Matcher blank = BLANK_LINES.matcher(words);
        int start = 0;
        while (blank.find()) {
            append(words.substring(start, blank.start()), inLink);
            flush(kind);
            start = blank.end();
        }
        append(words.substring(start), inLink);
    }

    private void append(String words, boolean inLink) {
        boolean blank = words.isBlank();
        if (!blank && !begun) {
            nearestAtStart = nearest;
            depthAtStart = depth;
        }
        if (isGlued(words)) {
            text.append(' ');
        }
        text.append(words);
        begun |= !blank;
        linkedChars += inLink ? letters(words) : 0;
    }

    /**
     * Whether one word would end in a small letter and the next begin with a capital, or two numbers would meet: styles
     * keep these apart on the screen.
     */
    private boolean isGlued(String next) {
        if (text.isEmpty() || next.isEmpty()) {
            return false;
        }
        char before = text.charAt(text.length() - 1);
        char after = next.charAt(0);
        return Character.isLowerCase(before) && Character.isUpperCase(after)
                || Character.isDigit(before) && Character.isDigit(after);
    }

    private void enter(Element element, Block.Kind kind, boolean inLink) {
        int[] outerNearest = nearest;
        ElementStatistics outerScope = scope;
        String tag = element.normalName();
        String names = element.className();
        depth++;
        noteRoles((HiddenStyles.hide(element) ? ElementRole.HIDDEN_STYLE.bit() : 0)
                | ElementRole.ofTag(tag)
                | roles(names)
                | roles(element.id())
                | roles(element.attr("role"))
                | roles(element.attr("itemprop")));
        if (INLINE.contains(tag)) {
            walk(element, kind, inLink || tag.equals("a"));
        } else if (inRow) {
            startCellOrLine(tag);
            walk(element, kind, inLink);
        } else {
            enterBlock(element, kind, inLink, 31 * tag.hashCode() + names.hashCode());
        }
        depth--;
        nearest = outerNearest;
        scope = outerScope;
    }

    private void enterBlock(Element element, Block.Kind kind, boolean inLink, int looks) {
        String tag = element.normalName();
        flush(kind);
        Block.Kind inner = kind(tag, kind);
        scope = new ElementStatistics(scope, depth, looks, rank(tag), afterRule);
        afterRule = tag.equals("hr");
        boolean outerPreformatted = inPreformatted;
        inPreformatted |= tag.equals("pre");
        inRow = tag.equals("tr") && tables.isOfValues(element);
        walk(element, inRow ? Block.Kind.ITEM : inner, inLink);
        flush(inner);
        inRow = false;
        inPreformatted = outerPreformatted;
    }

    /** 1 to 6 for a heading, else 0. */
    private static int rank(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? tag.charAt(1) - '0' : 0;
    }

    /** Within a row of a table of values: what comes between two cells, and between two lines of one cell. */
    private void startCellOrLine(String tag) {
        int end = text.length() - 1;
        while (end >= 0 && Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        if (!begun) {
            return;
        }
        if (DataTables.CELLS.contains(tag)) {
            text.append(" | ");
        } else if (end >= 0) {
            text.append(Character.isLetterOrDigit(text.charAt(end)) ? ", " : " ");
        }
    }

    /** Pages use few names, and each often. */
    private long roles(String names) {
        return names.isEmpty() ? 0 : rolesByNames.computeIfAbsent(names, ElementRole::ofNames);
    }

    private void noteRoles(long roles) {
        if (roles != 0) {
            nearest = nearest.clone();
            for (long left = roles; left != 0; left &= left - 1) {
                nearest[Long.numberOfTrailingZeros(left)] = depth;
            }
        }
    }

    private static Block.Kind kind(String tag, Block.Kind outer) {
        if (tag.equals("figcaption") || outer == Block.Kind.CAPTION) {
            return Block.Kind.CAPTION;
        }
        if (rank(tag) > 0) {
            return Block.Kind.HEADING;
        }
        boolean item = tag.equals("li") || tag.equals("td") || tag.equals("dd") || outer == Block.Kind.ITEM;
        return item ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }

    private void flush(Block.Kind kind) {
        FlaggedText normalized = TextNormalizer.apply(text.toString());
        flags.addAll(normalized.flags());
        String line = TextNormalizer.oneLine(normalized.text());
        if (!line.isEmpty()) {
            afterRule = false;
            Block block = new Block(line, kind, Math.min(1.0, linkedChars / (double) Math.max(1, letters(line))))
                    .at(new Block.Place(scope, nearestAtStart, depthAtStart));
            blocks.add(block);
            count(block);
        }
        text.setLength(0);
        begun = false;
        linkedChars = 0;
    }

    private void count(Block block) {
        int words = block.words();
        int linked = (int) Math.round(words * block.linkShare());
        boolean heading = block.kind() == Block.Kind.HEADING;
        boolean prose = words >= 8 && block.endsLikeSentence() && !heading;
        double votes = prose ? (1 + Math.min(3, words / 20.0)) * (1 - block.linkShare()) : 0;
        double share = 1;
        for (ElementStatistics s = scope; s != null; s = s.parent) {
            s.words += words;
            s.linked += linked;
            s.blocks++;
            s.prose += prose ? words : 0;
            s.headings += heading ? 1 : 0;
            s.linkedHeadings += heading && linked > 0 ? 1 : 0;
            if (s != scope) {
                s.votes += votes * share;
                share = share < 0.2 ? 0 : share / 2;
            }
        }
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        return letters;
    }
}
