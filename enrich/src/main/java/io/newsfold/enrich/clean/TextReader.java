package io.newsfold.enrich.clean;

import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.Phrases;
import io.newsfold.enrich.clean.field.Bylines;
import io.newsfold.enrich.clean.field.Confidence;
import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.field.FieldCandidates;
import io.newsfold.enrich.clean.field.PageFields;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.enrich.clean.nonarticle.PageSigns;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.charset.TextNormalizer;
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

    /** Reads a text; in Markdown, headings are marked as such. */
    public static Page read(String text, boolean markdown) {
        FlaggedText normalized = TextNormalizer.apply(text);
        List<Block> blocks = new ArrayList<>();
        FieldCandidates<String> headline = PageFields.NONE.headline();
        for (String line : lines(normalized.text())) {
            String plain = withoutTags(line);
            Matcher heading = MARKDOWN_HEADING.matcher(plain);
            boolean isHeading = markdown && heading.find();
            String words = isHeading ? heading.replaceFirst("") : plain;
            if (!plain.isEmpty()) {
                blocks.add(new Block(words, isHeading ? Block.Kind.HEADING : Block.Kind.LINE, 0));
            }
            if (isHeading && plain.startsWith("# ")) {
                headline = headline.with(words, "heading", Confidence.MARKDOWN_HEADING);
            }
        }
        PageFields fields = PageFields.NONE.withHeadline(addHeadlines(headline, blocks));
        return new Page("text", fields, blocks, PageSigns.NONE, normalized.flags());
    }

    private static String withoutTags(String line) {
        return TextNormalizer.oneLine(
                line.indexOf('<') < 0 ? line : LEFT_TAGS.matcher(line).replaceAll(" "));
    }

    private static FieldCandidates<String> addHeadlines(FieldCandidates<String> marked, List<Block> blocks) {
        FieldCandidates<String> headline = marked;
        for (Block block : blocks) {
            Matcher post = Credits.APPEARED_FIRST.matcher(block.text());
            if (post.matches()) {
                headline = headline.with(post.group(1), "appeared first on", Confidence.APPEARED_FIRST_ON);
            }
        }
        Optional<String> repeated = repeatedHeadline(blocks);
        if (repeated.isPresent()) {
            headline = headline.with(repeated.get(), "repeated line", Confidence.REPEATED_LINE);
        }
        Optional<String> opening = bestOpening(blocks);
        return opening.isPresent() ? headline.with(opening.get(), "first lines", Confidence.FIRST_LINES) : headline;
    }

    /** Of the first lines, the one that is repeated below; what is repeated below the first paragraph are captions. */
    private static Optional<String> repeatedHeadline(List<Block> blocks) {
        for (int i = 0; i < Math.min(FIRST_LINES, blocks.size()) && !isProse(blocks.get(i)); i++) {
            Optional<String> repeated = repeatedBelow(blocks.get(i).text(), blocks.subList(i + 1, blocks.size()));
            if (repeated.isPresent() && isHeadlineLike(repeated.get())) {
                return repeated;
            }
        }
        return Optional.empty();
    }

    /**
     * Of the lines above the first paragraph, the one that has most words in common with what follows; the first where
     * two have as many.
     */
    private static Optional<String> bestOpening(List<Block> blocks) {
        int prose = 0;
        while (prose < blocks.size() && !isProse(blocks.get(prose))) {
            prose++;
        }
        List<Block> candidates = blocks.subList(0, Math.min(prose, blocks.size())).stream()
                .filter(b -> isHeadlineLike(b.text()) && isNoBoilerplate(b))
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

    private static boolean isNoBoilerplate(Block block) {
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

    private static String withoutSite(String line) {
        String shorter = SITE_NAME.matcher(line).replaceFirst("");
        return TextMeasures.count(shorter) >= 3 ? shorter : line;
    }

    private static boolean isHeadlineLike(String line) {
        int words = TextMeasures.count(line);
        char last = line.charAt(line.length() - 1);
        return words >= 3 && words <= HEADLINE_WORDS && last != '.' && last != ':' && last != ',';
    }

    /** Lines as they are; where the text is wrapped at a fixed width, paragraphs. */
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
