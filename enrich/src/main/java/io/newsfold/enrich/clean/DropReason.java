package io.newsfold.enrich.clean;

import java.util.Locale;

/** Why a block is not part of the article. The closed list behind {@code cleaning.dropped[].reason}. */
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

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
