package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.contract.Rejection.Reason;

/** What a delivery can be instead of an article; of two that are equally likely, the one named first. */
enum NonArticleKind {
    BROWSER_CHECK(Reason.ERROR_PAGE, "a check of the browser"),
    RATE_LIMIT(Reason.ERROR_PAGE, "a notice of too many requests"),
    MAINTENANCE(Reason.ERROR_PAGE, "a notice of maintenance"),
    REGION(Reason.ERROR_PAGE, "a notice that the page is closed to the reader's region"),
    ERROR(Reason.ERROR_PAGE, "an error page"),
    CONSENT(Reason.BOILERPLATE_ONLY, "a consent wall"),
    LOGIN(Reason.BOILERPLATE_ONLY, "a log-in page"),
    SUBSCRIPTION(Reason.BOILERPLATE_ONLY, "an offer to subscribe"),
    TEASER(Reason.BOILERPLATE_ONLY, "a wall for subscribers"),
    SEARCH(Reason.INDEX_PAGE, "a list of search results or of a topic");

    private final Reason reason;
    private final String name;

    NonArticleKind(Reason reason, String name) {
        this.reason = reason;
        this.name = name;
    }

    Reason reason() {
        return reason;
    }

    /** With its article, as in a sentence. */
    String inWords() {
        return name;
    }
}
