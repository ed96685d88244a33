package io.newsfold.enrich.clean.body;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells what elements say of themselves from what they are: an element with most of the prose of a page holds its
 * article, whatever it is called.
 */
final class TrueRoles {
    /** Roles that an article does not have. */
    private static final Set<ElementRole> BESIDE_ARTICLES = EnumSet.of(
            ElementRole.ASIDE_TAG,
            ElementRole.HEADER_TAG,
            ElementRole.FOOTER_TAG,
            ElementRole.NAV_TAG,
            ElementRole.FORM_TAG,
            ElementRole.CODE_TAG,
            ElementRole.RELATED,
            ElementRole.SHARE,
            ElementRole.PROMO,
            ElementRole.NAVIGATION,
            ElementRole.ADVERT,
            ElementRole.AUTHOR,
            ElementRole.CAPTION,
            ElementRole.META,
            ElementRole.TAGS,
            ElementRole.SIDE,
            ElementRole.FOOT,
            ElementRole.HEAD,
            ElementRole.POPUP,
            ElementRole.LOGIN,
            ElementRole.TEASER,
            ElementRole.SUMMARY,
            ElementRole.PULL_QUOTE,
            ElementRole.HIDDEN,
            ElementRole.PRODUCT);

    private static final double MOST_PROSE = 0.75;
    /** Comments have more prose than a short article below which they stand. */
    private static final double MOST_PROSE_OF_COMMENTS = 0.9;

    private static final int LEAST_PROSE = 40;
    private static final int NONE = -1;

    private TrueRoles() {}

    /** Takes such roles from the places of blocks in elements with most of the prose. */
    static void clearOthers(List<Block> blocks, int proseOfPage) {
        if (proseOfPage < LEAST_PROSE) {
            return;
        }
        IdentityHashMap<int[], Boolean> seen = new IdentityHashMap<>();
        for (Block block : blocks) {
            Block.Place place = block.place();
            if (place != null && seen.put(place.nearest(), true) == null) {
                int depth = depthOfMost(place.scope(), MOST_PROSE * proseOfPage);
                int depthOfComments = depthOfMost(place.scope(), MOST_PROSE_OF_COMMENTS * proseOfPage);
                BESIDE_ARTICLES.forEach(role -> clear(role, depth, place.nearest()));
                clear(ElementRole.COMMENT, depthOfComments, place.nearest());
            }
        }
    }

    private static void clear(ElementRole role, int depth, int[] nearest) {
        int i = role.ordinal();
        nearest[i] = nearest[i] <= depth ? NONE : nearest[i];
    }

    /** The depth of the innermost element around a block that has most of the prose. */
    private static int depthOfMost(ElementStatistics innermost, double most) {
        for (ElementStatistics element = innermost; element != null; element = element.parent) {
            if (element.prose >= most) {
                return element.depth;
            }
        }
        return NONE;
    }
}
