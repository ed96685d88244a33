package io.newsfold.desk.web;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Story.Named;
import io.newsfold.desk.compare.ComparedText.Span;
import java.time.Instant;
import java.util.List;

/**
 * A comparison as data.
 *
 * @param versions whether both texts are versions of one article
 * @param a the first text
 * @param b the second text
 */
record ComparisonJson(boolean versions, Text a, Text b) {
    /**
     * One of the texts.
     *
     * @param article its id
     * @param revision number of the version, from 1
     * @param of number of versions that the article has
     * @param time of the article: its publication, or its first fetch
     * @param fetched first fetch of the version
     * @param words number of words of the text that were compared
     * @param held number of those that the other text has
     * @param share of its words that the other text has, 0.0 to 1.0, in thousandths
     * @param isCut whether it has more words, which were not compared
     * @param figures that the other text does not have, sorted
     * @param names that the other text does not have
     * @param headline in spans with their marks
     * @param paragraphs each in spans with their marks
     */
    record Text(
            String article,
            int revision,
            int of,
            String source,
            Instant time,
            Instant fetched,
            String inLanguage,
            int words,
            int held,
            double share,
            boolean isCut,
            List<String> figures,
            List<Named> names,
            List<Span> headline,
            List<List<Span>> paragraphs) {}

    static ComparisonJson of(ComparePage page) {
        return new ComparisonJson(page.areVersions(), text(page.a()), text(page.b()));
    }

    private static Text text(ComparePage.ComparedVersion compared) {
        CleanArticle article = compared.version().article();
        return new Text(
                article.id(),
                compared.version().version().revision(),
                article.versions().size(),
                compared.version().source(),
                article.time(),
                compared.version().version().firstFetched(),
                article.text().inLanguage(),
                compared.body().words(),
                compared.body().held(),
                Math.round(1_000 * compared.body().share()) / 1_000.0,
                compared.body().isCut(),
                compared.own().figures(),
                compared.own().names(),
                compared.headline().paragraphs().stream().flatMap(List::stream).toList(),
                compared.body().paragraphs());
    }
}
