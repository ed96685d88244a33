package io.newsfold.enrich.clean.body;

import java.util.Locale;

/**
 * The reason why a block is not part of the article: the closed list behind {@code cleaning.dropped[].reason}. The
 * trained models depend on its order.
 */
public enum DropReason {
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
    BOILERPLATE;

    /** As records have it: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
