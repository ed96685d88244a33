package io.newsfold.enrich.clean.field;

/**
 * How much each source of a field is worth, from the surest to the least sure; among equals the one that is read
 * first wins.
 */
public enum Confidence {
    KIND_WITHOUT_TEXT(1.0, "there is a headline and nothing else"),
    SELECTED_BODY(1.0, "the body is selected, not chosen among candidates"),
    KIND_DECLARED(0.98, "machines are given the kind as the type"),
    FEED(0.97, "the feed names the article that it delivers"),
    HEADING_IN_TITLE(0.95, "a first heading that makes up most of the title"),
    DATE_SHOWN_OTHERWISE(0.95, "readers are shown another day, which other metadata have, or which is days later"),
    DATE_OF_OLDER_ADDRESS(0.95, "an address is made when an article is published first"),
    KIND_IN_HEADLINE(0.95, "readers are told"),
    JSON_LD_AUTHOR(0.9, "machines are given it with its type"),
    JSON_LD_DATE(0.9, "machines are given it with its type"),
    SOLE_HEADING_ON_TOPIC(0.9, "the only first heading, with words of the title or the description"),
    MARKDOWN_HEADING(0.9, "the author marked it as the heading"),
    APPEARED_FIRST_ON(0.9, "the credit line quotes the headline of the origin"),
    KIND_IN_SECTION(0.9, "a section for this kind"),
    JSON_LD_HEADLINE(0.85, "machines are given it with its type; at times shortened"),
    JSON_LD_PUBLISHER(0.85, "machines are given it with its type; at times the owner of the site"),
    META_PUBLISHED(0.85, "a meta element for this field"),
    KIND_IN_ADDRESS(0.85, "a folder for this kind"),
    BYLINE_BELOW_HEADLINE(0.82, "readers look for the author there"),
    LINE_IN_TITLE(0.82, "a line that makes up most of the title, without the site or section in it"),
    META_OG_TITLE(0.8, "written for sharing; at times shortened"),
    META_SITE_NAME(0.8, "written for sharing"),
    META_AUTHOR(0.8, "a meta element for this field; at times the site's account"),
    META_MODIFIED(0.8, "a meta element for this field"),
    TIME_MARKED_PUBLISHED(0.8, "a time element that says it is the publication date"),
    REPEATED_LINE(0.8, "text without tags has the headline as title and as heading"),
    KIND_AT_END(0.8, "what stands below texts of this kind"),
    KIND_BY_FORM(0.75, "the paragraphs have the form of this kind"),
    META_WRITTEN_BY(0.75, "a label for people, with a name beside it"),
    BYLINE_MARKED(0.75, "an element that says it is the author"),
    BYLINE_ABOVE_HEADLINE(0.72, "may belong to what is above"),
    SOLE_HEADING(0.7, "the only first heading, with nothing in common with title or description"),
    LINE_IN_TITLE_PARTLY(0.7, "a line that is the longest part of the title"),
    DATE_BELOW_HEADLINE(0.7, "readers look for the date there"),
    BYLINE_OF_TEXT(0.7, "a line of the text that reads as a byline"),
    BYLINE_BY_CLASS(0.65, "an element whose class names an author"),
    TIME_BELOW_HEADLINE(0.62, "a time element after the first heading"),
    META_OF_ANY_NAME(0.61, "a meta element whose name says publication, in a vocabulary of its own"),
    META_TWITTER_TITLE(0.6, "written for sharing, and often a variant"),
    DATE_ABOVE_HEADLINE(0.6, "may be today's"),
    AUTHOR_LINK(0.6, "a link to a page of an author, who may be another article's"),
    HEADING_ABOVE_TEXT(0.6, "a heading above the text that fits it better than the title"),
    JSON_LD_PAGE_DATE(0.58, "the date of the page that holds the article, or from JSON-LD that is broken"),
    TITLE(0.55, "the title of the window, with the site's name in it"),
    DATE_ABOVE_TEXT(0.55, "a line above the text that is about its date"),
    SITE_IN_TITLE(0.55, "the part of the title that is a name of the site"),
    DATE_BELOW_TEXT(0.52, "a line after the text that is about its date"),
    HEADING_IN_TITLE_PARTLY(0.5, "a first heading that is a small part of the title: a section or a site"),
    DATE_IN_ADDRESS(0.5, "a day without an hour, at times of a revision"),
    BIOGRAPHY(0.5, "says who somebody is, and not always who wrote"),
    FIRST_LINES(0.5, "a line above the first paragraph of a text without tags"),
    TIME_ABOVE_HEADLINE(0.45, "a time element before the first heading: often today"),
    DATE_IN_DATELINE(0.45, "a day beside the place before the first sentence"),
    DATE_OF_UPDATE_SHOWN(0.3, "the only date that readers are shown, and it is called an update"),
    ONE_OF_HEADINGS(0.3, "one of several first headings"),
    DATE_IN_SCRIPT(0.25, "the only day that data in scripts call publication or creation"),
    FEED_LANGUAGE(0.12, "declared for the article, or for all that the feed brings"),
    HTML_LANGUAGE(0.1, "set by the template, whatever the article's language"),
    OPENING_WORDS(0.1, "nothing better was found"),
    KIND_NOT_TOLD(0.05, "most articles are reports"),
    NAME_OF_SITE(0.05, "a headline that is the site's name is none");

    /** From here on a candidate counts as firm: firm dates can conflict, and a firm headline is not replaced. */
    public static final double FIRM = HEADING_ABOVE_TEXT.value;

    private final double value;
    private final String reason;

    Confidence(double value, String reason) {
        this.value = value;
        this.reason = reason;
    }

    /** 0.0 to 1.0. */
    public double value() {
        return value;
    }

    /** Why it is worth that much, in a few words. */
    public String reason() {
        return reason;
    }
}
