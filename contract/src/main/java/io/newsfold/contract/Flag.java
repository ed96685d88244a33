package io.newsfold.contract;

import java.util.Locale;

/**
 * A repair of an article or a doubt about it. Records carry the {@link #code} beside codes that strangers put into
 * their headers, so their type
 * stays text. Sorted by name.
 */
public enum Flag {
    AI_OPT_OUT("the page or its server asks machines that learn to stay away"),
    BAD_BYTES("some bytes mean nothing in the text's charset and became U+FFFD"),
    BAD_LINK("the address that came with the article is none, so the article is known by its text"),
    BIDI("characters that turn the direction of the text were removed"),
    BODY_CUT("the body was longer than is kept"),
    CHARSET_GUESSED("the charset was guessed from the bytes"),
    CHARSET_MISMATCH("the bytes are not in the charset that was declared"),
    CHARSET_UNKNOWN("the declared charset does not exist"),
    COMBINING("more combining marks on a letter than are kept"),
    CONTROL("control characters were removed"),
    DATE_AMBIGUOUS("day and month of the publication date can be exchanged, and nothing decides which is which"),
    DATE_CONFLICT("two firm sources give publication dates more than two days apart"),
    DATE_IMPLAUSIBLE("the publication date is before 1990 or after the fetch and was discarded"),
    DATE_UNREADABLE("the source gave a publication date that is no date"),
    DOUBTFUL_PAGE("it may be no article but an error, a wall, a notice or a list, so it is in no story with others"),
    DROPPED_CUT("more blocks were dropped than are listed"),
    ENTITIES_BY_SHAPE("entities were found by the shape of words, because the model does not know the language"),
    ENTITIES_CUT("more entities were found than are kept"),
    FIELD_UNREADABLE("a field of the export has a value of another type than is read, and was left out"),
    FOREIGN_CANONICAL("the page gives an address of another site as its own, which was ignored"),
    HEADLINE_CUT("a headline or publisher was longer than is kept"),
    HEADLINE_ONLY("a flash: there is a headline and no text"),
    HIDDEN_TEXT("text that readers do not see was dropped"),
    IMAGES_CUT("more images were found than are kept"),
    INVALID_UTF8("some bytes were no UTF-8 and became U+FFFD"),
    INVISIBLE("characters without a shape or a width were removed"),
    LANGUAGE_OTHER("the language is of no tier: text and copies hold, stories are made with care, names by shape"),
    LANGUAGE_TIER_2(
            "the language is of the second tier: names come from models and lists that were not measured as well"),
    LONE_SURROGATE("a half of a character became U+FFFD"),
    MIXED_SCRIPT("the publisher's name mixes Latin letters with Greek or Cyrillic ones that look alike"),
    MOJIBAKE("text that had been encoded twice was repaired"),
    PAYWALL("the page says that its article is not free"),
    SCRIPT_HIDDEN_TEXT("the article is hidden until a script shows it, and was kept"),
    SHARED_LINK("a feed gave the article's address to others as well, so the article is known by its id there"),
    SUMMARY_ONLY("the source gave no text, so its description or summary stands for it"),
    TEASER("a beginning only: the page asks readers to subscribe or log in for the rest"),
    TEXT_TRUNCATED("the source gave only the beginning of the text, and says so"),
    VERSION_SET_ASIDE("a later delivery had a worse text, as of a paywall or an error, and does not count"),
    WARC_NOT_SEEKABLE("the web archive is compressed as a whole, so single records cannot be found in it"),
    WARC_TRUNCATED("the web archive holds only the beginning of the page");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    /** As records have it: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an article with this flag has, as a sentence without its full stop. */
    public String meaning() {
        return meaning;
    }
}
