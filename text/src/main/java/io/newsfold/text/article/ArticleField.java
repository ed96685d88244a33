package io.newsfold.text.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is read of an article that another program exported. */
public enum ArticleField {
    HEADLINE("the headline"),
    TEXT("the text, plain or with tags; lists of paragraphs and sections are joined"),
    HTML("the page, or the text with its tags"),
    DESCRIPTION("a summary; it stands for the text only where there is none, with the flag summary_only"),
    AUTHOR("the people who wrote it: a text, a list, or objects with a name"),
    PUBLISHED("the publication date, as text or as seconds or milliseconds since 1970"),
    PUBLISHER("who stands behind the site: a name, an object with a name or title, or a domain"),
    URL("the address"),
    LANGUAGE("the language, as a code or an English name"),
    ID("the id in the export"),
    FETCHED("when the article was fetched");

    private final String meaning;

    ArticleField(String meaning) {
        this.meaning = meaning;
    }

    /** As mappings and our own objects have it: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the field has, without a full stop. */
    public String meaning() {
        return meaning;
    }

    static Optional<ArticleField> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
