package io.newsfold.enrich.clean.body;

import io.newsfold.contract.Flag;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Set<String> NO_TEXT = Set.of(
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
            "input",
            "textarea",
            "canvas",
            "video",
            "audio",
            "head",
            "map");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "mark", "q", "ruby", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr", "img", "label", "nobr", "amp-img", "picture", "source", "link",
            "meta", "o:p");
    /** So many blocks are looked at; a page with more is no article beyond them. */
    private static final int MOST_BLOCKS = 20_000;

    private static final Pattern INK = Pattern.compile("(?:^|;)color:([^;]++)");
    private static final Pattern GROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;]++)");

    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Long> rolesByNames = new HashMap<>();
    private ElementStatistics scope = new ElementStatistics(null, 0, 0);
    private int[] nearest = new int[ElementRole.COUNT];
    private int[] nearestAtStart = nearest;
    private int depth;
    private int depthAtStart;
    private int linkedChars;
    /** Whether {@link #text} has more than white space. */
    private boolean begun;

    private BlockExtractor() {
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

    /** Extracts the blocks of a page in one walk. */
    public static Extraction extract(Document document) {
        BlockExtractor extractor = new BlockExtractor();
        extractor.enter(document.body(), Block.Kind.PARAGRAPH, false);
        extractor.flush(Block.Kind.PARAGRAPH);
        return new Extraction(extractor.blocks, extractor.flags);
    }

    private void walk(Element element, Block.Kind kind, boolean inLink) {
        int breaks = 0;
        for (Node node : element.childNodes()) {
            if (blocks.size() >= MOST_BLOCKS) {
                return;
            }
            if (node instanceof TextNode words) {
                boolean blank = words.isBlank();
                if (!blank && !begun) {
                    nearestAtStart = nearest;
                    depthAtStart = depth;
                }
                String whole = words.getWholeText();
                if (isGlued(whole)) {
                    text.append(' ');
                }
                text.append(whole);
                begun |= !whole.isBlank();
                linkedChars += inLink ? letters(whole) : 0;
                breaks = blank ? breaks : 0;
            } else if (node instanceof Element child && !NO_TEXT.contains(child.normalName())) {
                breaks = child.normalName().equals("br") ? breaks + 1 : 0;
                if (breaks > 0) {
                    text.append('\n');
                } else {
                    enter(child, kind, inLink);
                }
                if (breaks >= 2) {
                    flush(kind);
                }
            }
        }
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
        noteRoles((isHidden(element) ? ElementRole.HIDDEN_STYLE.bit() : 0)
                | ElementRole.ofTag(tag)
                | roles(names)
                | roles(element.id())
                | roles(element.attr("role"))
                | roles(element.attr("itemprop")));
        if (INLINE.contains(tag)) {
            walk(element, kind, inLink || tag.equals("a"));
        } else {
            flush(kind);
            Block.Kind inner = kind(tag, kind);
            scope = new ElementStatistics(outerScope, depth, 31 * tag.hashCode() + names.hashCode());
            walk(element, inner, inLink);
            flush(inner);
        }
        depth--;
        nearest = outerNearest;
        scope = outerScope;
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

    private static boolean isHidden(Element e) {
        if (e.attributesSize() == 0) {
            return false;
        }
        String style = e.attr("style");
        return e.hasAttr("hidden")
                || !style.isEmpty() && isHidden(style.replace(" ", "").toLowerCase(Locale.ROOT))
                || e.attr("aria-hidden").equals("true");
    }

    private static boolean isHidden(String style) {
        return style.contains("display:none") || style.contains("visibility:hidden") || isOneColour(style);
    }

    /** Whether letters and ground are of one colour. */
    private static boolean isOneColour(String style) {
        if (!style.contains("background")) {
            return false;
        }
        Matcher ink = INK.matcher(style);
        Matcher ground = GROUND.matcher(style);
        return ink.find() && ground.find() && ink.group(1).equals(ground.group(1));
    }

    private static Block.Kind kind(String tag, Block.Kind outer) {
        if (tag.equals("figcaption") || outer == Block.Kind.CAPTION) {
            return Block.Kind.CAPTION;
        }
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
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
        boolean prose = words >= 8 && block.endsLikeSentence() && block.kind() != Block.Kind.HEADING;
        double votes = prose ? (1 + Math.min(3, words / 20.0)) * (1 - block.linkShare()) : 0;
        double share = 1;
        for (ElementStatistics s = scope; s != null; s = s.parent) {
            s.words += words;
            s.linked += linked;
            s.blocks++;
            s.prose += prose ? words : 0;
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
