package io.newsfold.enrich.clean.body;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The features that describe a block to the model of the body, in the order of the columns of a row.
 *
 * <p>The files of the weights hold these names. Whoever renames one runs {@code newsfold bench rename-features};
 * whoever adds, removes or reorders one trains the models again.
 *
 * <p>Prose means blocks of {@link #PROSE_WORDS} words or more that end as sentences do and are no headings. Characters
 * are counted in UTF-16 units, distances in blocks, up to {@link #FAR}. Shares are 0.0 to 1.0.
 */
enum BlockFeature {
    // The words of the block.

    /** Number of words. */
    WORDS,
    /** Number of characters. */
    CHARACTERS,
    /** Letters and digits per word. */
    LETTERS_PER_WORD,
    /** Commas per word. */
    COMMAS_PER_WORD,
    /** Full stops, question marks and exclamation marks per word. */
    STOPS_PER_WORD,
    /** How the block ends, a code 0 to 3: see {@link WordFeatures}. */
    ENDING,
    /** How the block begins, a code 0 to 5: see {@link WordFeatures}. */
    OPENING,
    /** Share of words that begin with a capital. */
    CAPITALISED_SHARE,
    /** Share of letters and digits that are capitals. */
    UPPER_CASE_SHARE,
    /** Share of letters and digits that are digits. */
    DIGIT_SHARE,
    /** Share of words that are function words of some language. */
    FUNCTION_WORD_SHARE,
    /** Share of letters inside links. */
    LINK_SHARE,
    /** The kind of phrase in it: 0 for none, else 1 plus the ordinal of its {@link DropReason}. */
    PHRASE,
    /** Bars, dots, arrows and slashes between items, per word. */
    SEPARATORS_PER_WORD,
    /** Number of the characters @, © and #. */
    ADDRESS_MARKS,
    /** Share of words such as "you" and "our". */
    SECOND_PERSON_SHARE,
    /** Share of words for dates and times. */
    TIME_WORD_SHARE,
    /** Number of quotation marks. */
    QUOTATION_MARKS,
    /** 1 for a byline of at most 15 words, else 0. */
    BYLINE,
    /** Share of words such as "I" and "my". */
    FIRST_PERSON_SHARE,

    // The blocks around.

    /** One column for each of {@link #NEIGHBOURS}; -1 beyond the first and the last block. */
    NEIGHBOUR,

    // The position of the block, and the page as a whole.

    /** Index divided by the number of blocks. */
    POSITION_SHARE,
    /** Number of blocks before, at most {@link #FAR}. */
    BLOCKS_BEFORE,
    /** Number of blocks after, at most {@link #FAR}. */
    BLOCKS_AFTER,
    /** Share of the page's words that come before. */
    WORDS_BEFORE_SHARE,
    /** Share of the page's words of prose that come before. */
    PROSE_BEFORE_SHARE,
    /** Words of prose before. */
    PROSE_BEFORE,
    /** Words of prose from this block on. */
    PROSE_FROM_HERE,
    /** Share of prose in the words of this block and three to each side. */
    PROSE_SHARE_WITHIN_3,
    /** Share of prose in the words of this block and eight to each side. */
    PROSE_SHARE_WITHIN_8,
    /** Words divided by those of the longest block of prose; may be above 1. */
    WORDS_OF_LONGEST_PROSE,
    /** Number of blocks of the page. */
    PAGE_BLOCKS,
    /** Number of words of the page, at least 1. */
    PAGE_WORDS,
    /** Words of prose of the page. */
    PAGE_PROSE,
    /** Share of prose in the page's words. */
    PAGE_PROSE_SHARE,
    /** Blocks after the headline, negative before it; -{@link #FAR} - 1 where no block is the headline. */
    DISTANCE_FROM_HEADLINE,
    /** Blocks after the first prose, negative before it. */
    DISTANCE_FROM_FIRST_PROSE,
    /** Blocks before the last prose, negative after it. */
    DISTANCE_TO_LAST_PROSE,
    /** Blocks back to the nearest prose. */
    DISTANCE_TO_PROSE_BEFORE,
    /** Blocks on to the nearest prose. */
    DISTANCE_TO_PROSE_AFTER,
    /** Number of blocks before with the same words. */
    COPIES_BEFORE,
    /** Number of blocks after with the same words. */
    COPIES_AFTER,
    /** Share of its words that the headline has. */
    IN_HEADLINE,
    /** Share of its words that the description in the metadata has; -1 where there is none. */
    IN_DESCRIPTION,
    /** Ordinal of its {@link Block.Kind}. */
    KIND,
    /** Blocks since a phrase of a reply form; 0 for a phrase in this block. */
    SINCE_REPLY_FORM,
    /** Blocks since a phrase of related links. */
    SINCE_RELATED,
    /** Blocks since a phrase of sharing buttons. */
    SINCE_SHARE,
    /** Blocks since a phrase of a newsletter. */
    SINCE_NEWSLETTER,
    /** {@link #TIME_WORD_SHARE} over this block and six to each side. */
    TIME_WORD_SHARE_WITHIN_6,
    /** {@link #FIRST_PERSON_SHARE} over this block and six to each side. */
    FIRST_PERSON_SHARE_WITHIN_6,
    /** {@link #FIRST_PERSON_SHARE} over all blocks before. */
    FIRST_PERSON_SHARE_BEFORE,
    /** Share of its long words that the lead has: the headline, the description, the first prose; -1 for none. */
    LEAD_SHARE,
    /** {@link #LEAD_SHARE} over this block and six to each side. */
    LEAD_SHARE_WITHIN_6,

    // The elements around the block; for pages only. "Element" is the nearest one on lines of its own.

    /** One column for each {@link ElementRole}: levels up to the nearest element with it, at most 13; 14 for none. */
    ROLE_DISTANCE,
    /** Share of the page's words in the element. */
    ELEMENT_WORD_SHARE,
    /** Share of the page's prose in the element. */
    ELEMENT_PROSE_SHARE,
    /** Share of the element's words inside links. */
    ELEMENT_LINK_SHARE,
    /** Number of blocks in the element. */
    ELEMENT_BLOCKS,
    /** {@link #ELEMENT_WORD_SHARE} of the element's parent. */
    PARENT_WORD_SHARE,
    /** {@link #ELEMENT_PROSE_SHARE} of the element's parent. */
    PARENT_PROSE_SHARE,
    /** {@link #ELEMENT_LINK_SHARE} of the element's parent. */
    PARENT_LINK_SHARE,
    /** {@link #ELEMENT_BLOCKS} of the element's parent. */
    PARENT_BLOCKS,
    /** {@link #ELEMENT_WORD_SHARE} of the parent's parent. */
    GRANDPARENT_WORD_SHARE,
    /** {@link #ELEMENT_PROSE_SHARE} of the parent's parent. */
    GRANDPARENT_PROSE_SHARE,
    /** {@link #ELEMENT_LINK_SHARE} of the parent's parent. */
    GRANDPARENT_LINK_SHARE,
    /** {@link #ELEMENT_BLOCKS} of the parent's parent. */
    GRANDPARENT_BLOCKS,
    /** Votes of the parent, divided by the most votes of an element without its linked share. */
    PARENT_VOTES,
    /** Votes of the parent's parent, divided by the same. */
    GRANDPARENT_VOTES,
    /** Levels up to the element with most votes, at most 14; 15 where it is not around the block. */
    LEVELS_TO_BEST_ELEMENT,
    /** Share of the page's prose in elements that look like this one. */
    ALIKE_PROSE_SHARE,
    /** Number of blocks in elements that look like this one. */
    ALIKE_BLOCKS,
    /** Words of prose per block in elements that look like this one. */
    ALIKE_PROSE_PER_BLOCK,
    /** Depth in the tree of the element that holds the first word. */
    DEPTH,
    /** Share of the page's prose in the element with most votes. */
    BEST_ELEMENT_PROSE_SHARE,
    /** Share of its runs of three words that the body in the metadata has; -1 where there is none. */
    IN_METADATA_BODY,
    /** 1 where the block before has the same parent, else 0. */
    SAME_PARENT_BEFORE,
    /** 1 where the block after has the same parent, else 0. */
    SAME_PARENT_AFTER,
    /** 1 where the element has no other words, else 0. */
    FILLS_ELEMENT,
    /** 1 to 6 for a heading, else 0. */
    HEADING_RANK,
    /** {@link #HEADING_RANK} of the last heading above or of this one; 0 for none. */
    RANK_ABOVE,
    /** Number of headings since the headline that rank as high as it or higher; -1 before the headline. */
    HEADLINES_ABOVE,
    /** {@link #LEAD_SHARE} over all blocks from the last heading to the next one. */
    SECTION_LEAD_SHARE,
    /** Blocks since a horizontal rule. */
    SINCE_RULE,
    /** Number of elements like this one in its parent. */
    ELEMENT_SIBLINGS,
    /** Number of elements like its parent beside it. */
    PARENT_SIBLINGS,
    /** Number of elements like the parent's parent beside it. */
    GRANDPARENT_SIBLINGS,
    /** Number of headings in the parent. */
    PARENT_HEADINGS,
    /** Number of headings in the parent's parent. */
    GRANDPARENT_HEADINGS,
    /** Number of headings with a link in the parent. */
    PARENT_LINKED_HEADINGS,
    /** Number of headings with a link in the parent's parent. */
    GRANDPARENT_LINKED_HEADINGS,

    // What the first pass found; for the second pass only. "Kept" are blocks with a probability above 0.5.

    /** One column for each of {@link #PROBABILITY_OFFSETS}: the probability of that block; -1 beyond the page. */
    PROBABILITY,
    /** Mean probability of ten blocks before; -1 where there is none. */
    MEAN_OF_10_BEFORE,
    /** Mean probability of ten blocks after; -1 where there is none. */
    MEAN_OF_10_AFTER,
    /** Words in kept blocks before. */
    KEPT_BEFORE,
    /** Words in kept blocks after. */
    KEPT_AFTER,
    /** Words in kept blocks among five before. */
    KEPT_IN_5_BEFORE,
    /** Words in kept blocks among five after. */
    KEPT_IN_5_AFTER,
    /** Blocks back to the nearest with a probability above 0.6. */
    DISTANCE_TO_KEPT_BEFORE,
    /** Blocks on to the nearest with a probability above 0.6. */
    DISTANCE_TO_KEPT_AFTER,
    /** Mean probability by words of near blocks with the same parent; -1 where there is none, 0 without a tree. */
    PARENT_MEAN,
    /** Mean probability by words of near blocks with the same parent's parent; -1 and 0 as before. */
    GRANDPARENT_MEAN,
    /** Highest probability of ten blocks before; -1 where there is none. */
    HIGHEST_OF_10_BEFORE,
    /** Highest probability of ten blocks after; -1 where there is none. */
    HIGHEST_OF_10_AFTER,
    /** Share of all words in kept blocks that come before. */
    KEPT_BEFORE_SHARE,
    /** Words in all kept blocks. */
    KEPT_WORDS,
    /** Words divided by those in all kept blocks. */
    WORDS_PER_KEPT,
    /** Number of its long words that other kept blocks have. */
    SHARED_LONG_WORDS,
    /** Share of its long words that other kept blocks have; -1 where it has none. */
    SHARED_LONG_WORD_SHARE;

    /** Distances in blocks are cut to this. */
    static final int FAR = 50;

    /** Blocks with fewer words are no prose. */
    static final int PROSE_WORDS = 8;

    /**
     * A feature of a block near by.
     *
     * @param offset in blocks, negative for a block before
     */
    record Neighbour(int offset, BlockFeature feature) {}

    /** The columns of {@link #NEIGHBOUR}, in order. */
    static final List<Neighbour> NEIGHBOURS =
            neighbours(3, List.of(WORDS, ENDING, FUNCTION_WORD_SHARE, LINK_SHARE, PHRASE, CAPITALISED_SHARE));

    /** The columns of {@link #PROBABILITY}, in order; the block's own is the middle one. */
    static final List<Integer> PROBABILITY_OFFSETS =
            IntStream.rangeClosed(-4, 4).boxed().toList();

    private static List<Neighbour> neighbours(int reach, List<BlockFeature> features) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int offset = -reach; offset <= reach; offset++) {
            for (BlockFeature feature : features) {
                if (offset != 0) {
                    neighbours.add(new Neighbour(offset, feature));
                }
            }
        }
        return List.copyOf(neighbours);
    }

    /** The names of its columns, in order: mostly one. */
    List<String> columns() {
        return switch (this) {
            case NEIGHBOUR -> named(NEIGHBOURS.stream().map(n -> n.offset() + "." + n.feature()));
            case ROLE_DISTANCE -> named(Stream.of(ElementRole.values()));
            case PROBABILITY -> named(PROBABILITY_OFFSETS.stream());
            default -> List.of(name());
        };
    }

    private List<String> named(Stream<?> variants) {
        return variants.map(variant -> name() + "." + variant).toList();
    }
}
