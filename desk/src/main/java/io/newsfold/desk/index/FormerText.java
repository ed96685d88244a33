package io.newsfold.desk.index;

/**
 * The text of a version of an article.
 *
 * @param revision number of the version, from 1; in the index the number of versions when a later text replaced it
 * @param headline its headline
 * @param articleBody its text; paragraphs are separated by empty lines
 */
public record FormerText(int revision, String headline, String articleBody) {
    FormerText numbered(int number) {
        return new FormerText(number, headline, articleBody);
    }
}
