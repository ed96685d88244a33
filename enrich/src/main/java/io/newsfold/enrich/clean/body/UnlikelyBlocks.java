package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Bylines;
import java.util.Map;

/** Finds the reason for a block that the model does not keep, by its words, its place in the tree and its links. */
final class UnlikelyBlocks {
    private static final double LINKED = 0.5;
    private static final Map<ElementRole, DropReason> BY_ROLE = Map.ofEntries(
            Map.entry(ElementRole.NAV_TAG, DropReason.NAVIGATION),
            Map.entry(ElementRole.NAVIGATION, DropReason.NAVIGATION),
            Map.entry(ElementRole.FOOTER_TAG, DropReason.FOOTER),
            Map.entry(ElementRole.FOOT, DropReason.FOOTER),
            Map.entry(ElementRole.COMMENT, DropReason.COMMENTS),
            Map.entry(ElementRole.RELATED, DropReason.RELATED),
            Map.entry(ElementRole.SHARE, DropReason.SHARE),
            Map.entry(ElementRole.PROMO, DropReason.NEWSLETTER),
            Map.entry(ElementRole.ADVERT, DropReason.ADVERT),
            Map.entry(ElementRole.AUTHOR, DropReason.BIOGRAPHY),
            Map.entry(ElementRole.FIGURE_TAG, DropReason.CAPTION),
            Map.entry(ElementRole.CAPTION, DropReason.CAPTION),
            Map.entry(ElementRole.META, DropReason.METADATA),
            Map.entry(ElementRole.TAGS, DropReason.METADATA),
            Map.entry(ElementRole.LOGIN, DropReason.LOGIN_FORM),
            Map.entry(ElementRole.POPUP, DropReason.CONSENT));

    private UnlikelyBlocks() {}

    static DropReason reason(Block block) {
        if (Bylines.isBiography(block.text())) {
            return DropReason.BIOGRAPHY;
        }
        if (block.isCaption()) {
            return DropReason.CAPTION;
        }
        Block.Place place = block.place();
        DropReason nearest = block.linkShare() > LINKED ? DropReason.LINKS : DropReason.BOILERPLATE;
        return place == null ? nearest : nearest(place, nearest);
    }

    /** The reason of the innermost element around the block that has one. */
    private static DropReason nearest(Block.Place place, DropReason otherwise) {
        DropReason nearest = otherwise;
        int deepest = 0;
        for (ElementRole role : ElementRole.values()) {
            DropReason reason = BY_ROLE.get(role);
            int depth = place.nearest()[role.ordinal()];
            if (reason != null && depth > deepest) {
                deepest = depth;
                nearest = reason;
            }
        }
        return nearest;
    }
}
