package io.newsfold.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article with the content of its page.
 *
 * @param version with its text
 * @param before number of the version before it whose text the desk has; null where there is none
 * @param after number of the version after it whose text the desk has; null where there is none
 */
public record VersionPage(
        ArticleVersion version,
        @Nullable Integer before,
        @Nullable Integer after) implements HtmlPage {

    static VersionPage of(ArticleVersion version) {
        int revision = version.version().revision();
        return new VersionPage(
                version,
                version.texts().before(revision).orElse(null),
                version.texts().after(revision).orElse(null));
    }

    /** Address of the page of a version, without the ending. */
    public static String path(String article, int revision) {
        return "/articles/" + article + "/versions/" + revision;
    }

    public List<String> paragraphs() {
        return List.of(version.text().articleBody().split("\n\n"));
    }

    @Override
    public String template() {
        return "version";
    }
}
