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
    private static final Map<Role, DropReason> BY_ROLE = Map.ofEntries(
            Map.entry(Role.NAV_TAG, NAVIGATION),
            Map.entry(Role.NAVIGATION, NAVIGATION),
            Map.entry(Role.FOOTER_TAG, FOOTER),
            Map.entry(Role.FOOT, FOOTER),
            Map.entry(Role.COMMENT, COMMENTS),
            Map.entry(Role.RELATED, RELATED),
            Map.entry(Role.SHARE, SHARE),
            Map.entry(Role.PROMO, NEWSLETTER),
            Map.entry(Role.ADVERT, ADVERT),
            Map.entry(Role.AUTHOR, BIOGRAPHY),
            Map.entry(Role.FIGURE_TAG, CAPTION),
            Map.entry(Role.CAPTION, CAPTION),
            Map.entry(Role.META, METADATA),
            Map.entry(Role.TAGS, METADATA),
            Map.entry(Role.LOGIN, LOGIN_FORM),
            Map.entry(Role.POPUP, CONSENT));

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
            for (Role role : Role.values()) {
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
