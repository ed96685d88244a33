package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which blocks are the article, and why the others are not: the model's judgement, and over it the few rules that are right on every page. */
@SuppressWarnings("ReferenceEquality") // two blocks are the same only where they stand in the same place
final class Selection {
    private static final double LIKELY = 0.5;
    private static final double UNLIKELY = 0.15;
    /** From this share of likely words on a text counts as cleaned before. */
    private static final double CLEAN = 0.96;
    /** From here on the model is believed, whatever phrase there is. */
    private static final double SURE = 0.9;

    private static final int BYLINE_WORDS = 15;
    private static final int REPEATED_LETTERS = 15;
    private static final int CAPTION_APART = 3;
    private static final int CAPTION_WORDS = 13;
    private static final int TABLE_ROWS = 3;
    private static final int NOTICE_WORDS = 120;
    private static final int LAST_BLOCKS = 4;
    private static final int BIOGRAPHY_WORDS = 100;
    private static final Pattern AUTHOR_BOX =
            Pattern.compile("author|authors|about the authors?|about author|written by");
    private static final int LINK_WORDS = 16;
    private static final int HEADING_WORDS = 3;
    private static final int PULL_QUOTE_WORDS = 60;
    private static final int LEAST_WORDS = 8;
    /** Where so much of what the model keeps is hidden, a script shows the article to those who may read it. */
    private static final double VEILED = 0.5;

    private static final Map<Role, DropReason> REASONS = Map.ofEntries(
            Map.entry(Role.NAV_TAG, DropReason.NAVIGATION),
            Map.entry(Role.NAVIGATION, DropReason.NAVIGATION),
            Map.entry(Role.FOOTER_TAG, DropReason.FOOTER),
            Map.entry(Role.FOOT, DropReason.FOOTER),
            Map.entry(Role.COMMENT, DropReason.COMMENTS),
            Map.entry(Role.RELATED, DropReason.RELATED),
            Map.entry(Role.SHARE, DropReason.SHARE),
            Map.entry(Role.PROMO, DropReason.NEWSLETTER),
            Map.entry(Role.ADVERT, DropReason.ADVERT),
            Map.entry(Role.AUTHOR, DropReason.BIOGRAPHY),
            Map.entry(Role.FIGURE_TAG, DropReason.CAPTION),
            Map.entry(Role.CAPTION, DropReason.CAPTION),
            Map.entry(Role.META, DropReason.METADATA),
            Map.entry(Role.TAGS, DropReason.METADATA),
            Map.entry(Role.LOGIN, DropReason.LOGIN_FORM),
            Map.entry(Role.POPUP, DropReason.CONSENT));

    private Selection() {}

    /**
     * The same blocks in the same order; those that are not part of the article say why.
     *
     * @param judged with the model's probabilities
     */
    static List<Block> of(List<Block> judged, String headline) {
        List<Block> marked = new ArrayList<>(judged);
        dropHeadline(marked, headline);
        if (isTable(marked)) {
            return marked; // whatever is there is the article
        }
        dropCaptionsThatStandTwice(marked);
        dropByWords(marked);
        dropBiographies(marked);
        dropListsOfLinks(marked);
        dropAuthorBoxes(marked);
        dropCaptionsBesideCaptions(marked);
        List<Block> byWordsAlone = List.copyOf(marked);
        boolean veiled = isVeiled(marked);
        double least = isCleanText(marked) ? UNLIKELY : LIKELY;
        for (int i = 0; i < marked.size(); i++) {
            Block block = marked.get(i);
            if (block.kept() && isHidden(block) && !veiled) {
                marked.set(i, block.drop(DropReason.HIDDEN));
            } else if (block.kept() && block.keep() <= least) {
                marked.set(i, block.drop(reason(block)));
            }
        }
        dropRepeated(marked);
        dropPullQuotes(marked);
        nameSections(marked);
        boolean nothingLeft = words(marked) < LEAST_WORDS;
        return nothingLeft && judged.get(0).kind() == Block.Kind.LINE ? byWordsAlone : marked;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().filter(Block::kept).mapToInt(Block::words).sum();
    }

    /** Results, prices, fixtures in text without tags, and no phrase of any site among them: most lines that are no sentences have figures. */
    private static boolean isTable(List<Block> blocks) {
        if (blocks.stream().anyMatch(b -> b.phrase() != null)) {
            return false;
        }
        List<Block> lines = blocks.stream()
                .filter(b -> b.kind() == Block.Kind.LINE && b.kept() && !b.endsLikeSentence())
                .toList();
        long figures = lines.stream()
                .filter(b -> b.text().chars().anyMatch(Character::isDigit))
                .count();
        return lines.size() >= TABLE_ROWS && figures * 2 > lines.size();
    }

    /**
     * Whether a text without tags is nearly all article, or short and without a phrase of any site: somebody has cleaned it before or typed it, and a line that looks odd
     * is most likely meant.
     */
    private static boolean isCleanText(List<Block> blocks) {
        int all = words(blocks);
        int likely = blocks.stream()
                .filter(b -> b.kept() && b.keep() > LIKELY)
                .mapToInt(Block::words)
                .sum();
        boolean notice = all < NOTICE_WORDS && blocks.stream().allMatch(b -> b.phrase() == null);
        return blocks.get(0).kind() == Block.Kind.LINE && (notice || likely > CLEAN * all);
    }

    static boolean isHidden(Block block) {
        Block.Place place = block.place();
        return place != null && place.nearest()[Role.HIDDEN_STYLE.ordinal()] >= 0;
    }

    private static boolean isVeiled(List<Block> blocks) {
        List<Block> likely =
                blocks.stream().filter(b -> b.kept() && b.keep() > LIKELY).toList();
        int hidden = likely.stream()
                .filter(Selection::isHidden)
                .mapToInt(Block::words)
                .sum();
        return hidden > VEILED * words(likely);
    }

    private static void dropHeadline(List<Block> blocks, String headline) {
        String bare = Words.bare(headline);
        for (int i = 0; i < blocks.size() && !bare.isEmpty(); i++) {
            Block block = blocks.get(i);
            boolean credit = Credits.APPEARED_FIRST.matcher(block.text()).matches();
            if (!credit && block.text().length() < 2 * headline.length() + 40) {
                String other = block.bare();
                boolean same = other.equals(bare)
                        || bare.length() >= 20 && other.contains(bare) && other.length() - bare.length() <= 40
                        || bare.length() >= 20 && bare.contains(other) && other.length() > bare.length() * 0.8;
                if (same) {
                    blocks.set(i, block.drop(DropReason.HEADLINE));
                }
            }
        }
    }

    private static void dropByWords(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kept() && block.keep() < SURE) {
                DropReason reason = byWords(block);
                if (reason != null) {
                    blocks.set(i, block.drop(reason));
                }
            }
        }
    }

    private static @Nullable DropReason byWords(Block block) {
        boolean byline = block.phrase() == null
                && block.words() <= BYLINE_WORDS
                && !Bylines.in(block.text()).isEmpty();
        return byline ? DropReason.BYLINE : block.phrase();
    }

    /** Why a block that the model does not keep is no part of the article, by its place in the tree and its links. */
    private static DropReason reason(Block block) {
        if (Bylines.isBiography(block)) {
            return DropReason.BIOGRAPHY;
        }
        if (block.kind() == Block.Kind.CAPTION) {
            return DropReason.CAPTION;
        }
        Block.Place place = block.place();
        DropReason nearest = block.linkShare() > LIKELY ? DropReason.LINKS : DropReason.FURNITURE;
        if (place != null) {
            int deepest = 0;
            for (Role role : Role.values()) {
                DropReason reason = REASONS.get(role);
                int depth = place.nearest()[role.ordinal()];
                if (reason != null && depth > deepest) {
                    deepest = depth;
                    nearest = reason;
                }
            }
        }
        return nearest;
    }

    /** In text without tags a line without a full stop that stands twice in a row, or nearly, is a caption. */
    private static void dropCaptionsThatStandTwice(List<Block> blocks) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean candidate = block.kind() == Block.Kind.LINE && block.kept() && !block.endsLikeSentence();
            String bare = candidate ? block.bare() : "";
            Integer before = bare.length() > REPEATED_LETTERS ? last.put(bare, i) : null;
            if (before != null && i - before <= CAPTION_APART) {
                blocks.set(i, block.drop(DropReason.CAPTION));
                blocks.set(before, blocks.get(before).drop(DropReason.CAPTION));
            }
        }
    }

    /** In text without tags, the short lines under a heading such as "Related stories". */
    private static void dropListsOfLinks(List<Block> blocks) {
        boolean under = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean line = block.kind() == Block.Kind.LINE && block.words() <= LINK_WORDS && !block.endsLikeSentence();
            under = line && (under || block.dropped() == DropReason.RELATED && block.words() <= HEADING_WORDS);
            if (under && block.kept()) {
                blocks.set(i, block.drop(DropReason.RELATED));
            }
        }
    }

    /** In text without tags, what stands under a heading "Author" near the end. */
    private static void dropAuthorBoxes(List<Block> blocks) {
        for (int i = blocks.size() / 2; i < blocks.size(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.LINE
                    && AUTHOR_BOX.matcher(blocks.get(i).bare()).matches();
            if (heading && isLittleProse(blocks.subList(i, blocks.size()))) {
                blocks.subList(i, blocks.size()).replaceAll(b -> b.kept() ? b.drop(DropReason.BIOGRAPHY) : b);
                return;
            }
        }
    }

    private static boolean isLittleProse(List<Block> blocks) {
        return blocks.stream().filter(b -> b.kept() && b.endsLikeSentence()).count() <= 2;
    }

    /** In text without tags, a long line without a full stop that stands next to a caption or a photo's credit. */
    private static void dropCaptionsBesideCaptions(List<Block> blocks) {
        for (int i = 1; i + 1 < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean candidate = block.kind() == Block.Kind.LINE
                    && block.kept()
                    && block.words() >= CAPTION_WORDS
                    && block.words() <= PULL_QUOTE_WORDS
                    && !block.endsLikeSentence();
            if (candidate && (isPicture(blocks.get(i - 1)) || isPicture(blocks.get(i + 1)))) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            }
        }
    }

    private static boolean isPicture(Block block) {
        return block.dropped() == DropReason.CAPTION || block.dropped() == DropReason.PHOTO_CREDIT;
    }

    /** Among the last blocks, one that tells who somebody is who writes. */
    private static void dropBiographies(List<Block> blocks) {
        int seen = 0;
        for (int i = blocks.size() - 1; i >= 0 && seen < LAST_BLOCKS; i--) {
            if (blocks.get(i).kept() && blocks.get(i).keep() > LIKELY) {
                seen++;
                boolean below = blocks.subList(0, i).stream().anyMatch(b -> b.kept() && b.endsLikeSentence());
                if (below && blocks.get(i).words() <= BIOGRAPHY_WORDS && Bylines.isBiography(blocks.get(i))) {
                    blocks.set(i, blocks.get(i).drop(DropReason.BIOGRAPHY));
                }
            }
        }
    }

    /** In text without tags, what stands twice is kept once; of pages the model knows better. */
    private static void dropRepeated(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String bare = block.kept() && block.kind() == Block.Kind.LINE ? block.bare() : "";
            if (bare.length() > REPEATED_LETTERS && !seen.add(bare)) {
                blocks.set(i, block.drop(DropReason.REPEATED));
            }
        }
    }

    /** Words set apart that are said in a paragraph as well. */
    private static void dropPullQuotes(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block.Place place = block.place();
            boolean apart = place != null
                    && (place.nearest()[Role.PULL_QUOTE.ordinal()] >= 0
                            || place.nearest()[Role.ASIDE_TAG.ordinal()] >= 0);
            if (apart && block.kept() && block.words() <= PULL_QUOTE_WORDS) {
                String bare = block.bare();
                boolean said = blocks.stream()
                        .anyMatch(b -> b != block && b.kept() && b.bare().contains(bare));
                if (said) {
                    blocks.set(i, block.drop(DropReason.REPEATED));
                }
            }
        }
    }

    /** A word or two above the article, which nothing else explains, is the section. */
    private static void nameSections(List<Block> blocks) {
        for (int i = 0; i < blocks.size() && !blocks.get(i).kept(); i++) {
            if (blocks.get(i).dropped() == DropReason.FURNITURE && blocks.get(i).words() <= 3) {
                blocks.set(i, blocks.get(i).drop(DropReason.SECTION_NAME));
            }
        }
    }
}
