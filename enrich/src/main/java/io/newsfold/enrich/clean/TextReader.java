package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads text that has lost its tags: lines to blocks, and the headline by its place and its repetitions. */
public final class TextReader {
    private static final int FIRST_LINES = 12;
    private static final int HEADLINE_WORDS = 35;
    private static final int PROSE_WORDS = 20;
    private static final Pattern LEFT_TAGS = Pattern.compile(
            "<(?:img|br|p|/p|a|/a|div|/div|span|/span|b|/b|i|/i|em|/em|strong|/strong)\\b[^<>]{0,1000}>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE_NAME = Pattern.compile("\\s+[-–—|·:]\\s+[^-–—|·]{2,40}$");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+");

    private TextReader() {}

    public static Page read(String text, boolean markdown) {
        Page page = new Page();
        List<String> lines = lines(TextNormalizer.apply(text, page.flags));
        for (String line : lines) {
            String plain = TextNormalizer.oneLine(
                    line.indexOf('<') < 0 ? line : LEFT_TAGS.matcher(line).replaceAll(" "));
            if (plain.isEmpty()) {
                continue;
            }
            boolean heading = markdown && MARKDOWN_HEADING.matcher(plain).find();
            String words = heading ? MARKDOWN_HEADING.matcher(plain).replaceFirst("") : plain;
            page.blocks.add(new Block(words, heading ? Block.Kind.HEADING : Block.Kind.LINE, 0, null));
            if (heading && plain.startsWith("# ")) {
                page.headline.add(words, "heading", 0.9);
            }
        }
        findHeadline(page);
        return page;
    }

    private static void findHeadline(Page page) {
        List<Block> blocks = page.blocks;
        for (Block block : blocks) {
            Matcher post = Credits.APPEARED_FIRST.matcher(block.text());
            if (post.matches()) {
                page.headline.add(post.group(1), "appeared first on", 0.9);
            }
        }
        for (int i = 0; i < Math.min(FIRST_LINES, blocks.size()); i++) {
            String first = blocks.get(i).text();
            if (isProse(blocks.get(i))) {
                break; // what is repeated further down are captions
            }
            Optional<String> repeated = repeatedBelow(first, blocks.subList(i + 1, blocks.size()));
            if (repeated.isPresent() && isHeadlineLike(repeated.get())) {
                page.headline.add(repeated.get(), "repeated line", 0.8);
                break;
            }
        }
        bestOpening(blocks).ifPresent(line -> page.headline.add(withoutSite(line), "first lines", 0.5));
    }

    /** Of the lines above the first paragraph, the one that has most words in common with what follows; the first where two have as many. */
    private static Optional<String> bestOpening(List<Block> blocks) {
        int prose = 0;
        while (prose < blocks.size() && !isProse(blocks.get(prose))) {
            prose++;
        }
        List<Block> candidates = blocks.subList(0, Math.min(prose, blocks.size())).stream()
                .filter(b -> isHeadlineLike(b.text()) && isNoFurniture(b))
                .toList();
        if (candidates.size() <= 1) {
            return candidates.stream().map(Block::text).findFirst();
        }
        Set<String> below = new HashSet<>();
        blocks.subList(Math.min(prose, blocks.size()), blocks.size())
                .forEach(b -> below.addAll(List.of(b.bare().split(" ", -1))));
        String best = null;
        long most = -1;
        for (Block block : candidates) {
            long shared = Stream.of(block.bare().split(" ", -1))
                    .filter(w -> w.length() >= 4 && below.contains(w))
                    .distinct()
                    .count();
            if (shared > most) {
                best = block.text();
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isNoFurniture(Block block) {
        return Phrases.reason(block).isEmpty() && Bylines.in(block.text()).isEmpty();
    }

    private static boolean isProse(Block block) {
        return block.words() > PROSE_WORDS && block.endsLikeSentence();
    }

    /** A lower line that says the same without the site's name at the end or the section's glued to the start. */
    private static Optional<String> repeatedBelow(String first, List<Block> below) {
        String bare = TextMeasures.bare(withoutSite(first));
        String whole = TextMeasures.bare(first);
        for (Block block : below) {
            String other = block.bare();
            boolean same = other.equals(bare) || other.equals(whole);
            boolean glued = other.length() >= 20
                    && whole.length() > other.length()
                    && whole.length() - other.length() <= 25
                    && (whole.endsWith(other) || gluedEnd(first, block.text()));
            if (same && TextMeasures.count(block.text()) >= 3 || glued) {
                return Optional.of(block.text());
            }
        }
        return Optional.empty();
    }

    private static boolean gluedEnd(String first, String other) {
        return first.regionMatches(true, first.length() - other.length(), other, 0, other.length());
    }

    static String withoutSite(String line) {
        String shorter = SITE_NAME.matcher(line).replaceFirst("");
        return TextMeasures.count(shorter) >= 3 ? shorter : line;
    }

    static boolean isHeadlineLike(String line) {
        int words = TextMeasures.count(line);
        char last = line.charAt(line.length() - 1);
        return words >= 3 && words <= HEADLINE_WORDS && last != '.' && last != ':' && last != ',';
    }

    /** Lines as they stand; where the text is wrapped at a fixed width, paragraphs. */
    private static List<String> lines(String text) {
        String[] lines = text.split("\n", -1);
        if (!isWrapped(lines)) {
            return List.of(lines);
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            boolean starts = line.isBlank() || Character.isWhitespace(line.charAt(0));
            if (starts && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private static boolean isWrapped(String[] lines) {
        int full = 0;
        int broken = 0;
        int longest = 0;
        for (int i = 0; i + 1 < lines.length; i++) {
            String line = lines[i].strip();
            String next = lines[i + 1];
            if (!line.isEmpty()) {
                full++;
                longest = Math.max(longest, line.length());
                boolean runsOn = !next.isBlank()
                        && !Character.isWhitespace(next.charAt(0))
                        && !TextMeasures.endsLikeSentence(line);
                broken += runsOn && Character.isLowerCase(next.charAt(0)) ? 1 : 0;
            }
        }
        return longest <= 100 && broken >= Math.max(1, full * 0.2);
    }
}
