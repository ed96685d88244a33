package io.newsfold.enrich.clean;

import java.util.Locale;
import java.util.Map;

/** Why a block is not part of the article. The closed list behind {@code cleaning.dropped[].reason}; the trained models know its order. */
enum DropReason {
    TRACKING_PIXEL,
    LOGIN_FORM,
    CONSENT,
    NEWSLETTER,
    REPLY_FORM,
    SHARE,
    NAVIGATION,
    COMMENTS,
    ADVERT,
    METADATA,
    FOOTER,
    RELATED,
    LINKS,
    SECTION_NAME,
    HEADLINE,
    CAPTION,
    PHOTO_CREDIT,
    BYLINE,
    BIOGRAPHY,
    SYNDICATION,
    AFFILIATE,
    COPYRIGHT,
    REPEATED,
    HIDDEN,
    FURNITURE;

    private static final double LINKED = 0.5;
    private static final Map<ElementRole, DropReason> BY_ROLE = Map.ofEntries(
            Map.entry(ElementRole.NAV_TAG, NAVIGATION),
            Map.entry(ElementRole.NAVIGATION, NAVIGATION),
            Map.entry(ElementRole.FOOTER_TAG, FOOTER),
            Map.entry(ElementRole.FOOT, FOOTER),
            Map.entry(ElementRole.COMMENT, COMMENTS),
            Map.entry(ElementRole.RELATED, RELATED),
            Map.entry(ElementRole.SHARE, SHARE),
            Map.entry(ElementRole.PROMO, NEWSLETTER),
            Map.entry(ElementRole.ADVERT, ADVERT),
            Map.entry(ElementRole.AUTHOR, BIOGRAPHY),
            Map.entry(ElementRole.FIGURE_TAG, CAPTION),
            Map.entry(ElementRole.CAPTION, CAPTION),
            Map.entry(ElementRole.META, METADATA),
            Map.entry(ElementRole.TAGS, METADATA),
            Map.entry(ElementRole.LOGIN, LOGIN_FORM),
            Map.entry(ElementRole.POPUP, CONSENT));

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why a block that the model does not keep is no part of the article, by its place in the tree and its links. */
    static DropReason of(Block block) {
        if (Bylines.isBiography(block)) {
            return BIOGRAPHY;
        }
        if (block.kind() == Block.Kind.CAPTION) {
            return CAPTION;
        }
        Block.Place place = block.place();
        DropReason nearest = block.linkShare() > LINKED ? LINKS : FURNITURE;
        if (place != null) {
            int deepest = 0;
            for (ElementRole role : ElementRole.values()) {
                DropReason reason = BY_ROLE.get(role);
                int depth = place.nearest()[role.ordinal()];
                if (reason != null && depth > deepest) {
                    deepest = depth;
                    nearest = reason;
                }
            }
        }
        return nearest;
    }
}
