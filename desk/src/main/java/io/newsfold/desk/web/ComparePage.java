package io.newsfold.desk.web;

import io.newsfold.contract.Entity;
import io.newsfold.desk.compare.ComparedText;
import io.newsfold.desk.compare.TextComparison;
import io.newsfold.desk.compare.TextContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two texts side by side.
 *
 * @param a the first text
 * @param b the second text
 * @param areVersions whether both are versions of one article
 * @param queryString of the address, with the question mark
 */
public record ComparePage(ComparedVersion a, ComparedVersion b, boolean areVersions, String queryString)
        implements HtmlPage {
    static final String PATH = "/compare";

    /**
     * One of the two texts.
     *
     * @param letter by which the page names it
     * @param version that it is
     * @param headline with marks where both are versions of one article; one paragraph
     * @param body with its marks
     * @param own figures and names that the other text does not have
     */
    public record ComparedVersion(
            String letter, ArticleVersion version, ComparedText headline, ComparedText body, TextContent.Own own) {
        /** Whether figures or names are its own. */
        public boolean hasOwn() {
            return !own.figures().isEmpty() || !own.names().isEmpty();
        }
    }

    static ComparePage of(ArticleVersion a, ArticleVersion b, String queryString) {
        boolean areVersions = a.article().id().equals(b.article().id());
        TextComparison headlines =
                TextComparison.of(a.text().headline(), b.text().headline(), areVersions);
        TextComparison bodies =
                TextComparison.of(a.text().articleBody(), b.text().articleBody(), areVersions);
        TextContent contentOfA = content(a, b);
        TextContent contentOfB = content(b, a);
        return new ComparePage(
                new ComparedVersion("A", a, headlines.a(), bodies.a(), contentOfA.without(contentOfB)),
                new ComparedVersion("B", b, headlines.b(), bodies.b(), contentOfB.without(contentOfA)),
                areVersions,
                queryString);
    }

    /** Only the version that counts has entities: a former text has those of them, and of the other, that it spells. */
    private static TextContent content(ArticleVersion version, ArticleVersion other) {
        String text = version.text().headline() + "\n\n" + version.text().articleBody();
        List<Entity> own = version.article().entities();
        return version.isCurrent()
                ? TextContent.tagged(text, own)
                : TextContent.untagged(
                        text,
                        Stream.concat(own.stream(), other.article().entities().stream())
                                .toList());
    }

    /** Address of the comparison of two articles as they are now. */
    public static String address(String a, String b) {
        return ResourceRequest.address(PATH, Map.of("a", a, "b", b));
    }

    /** Address of the comparison of two versions of an article, by their numbers. */
    public static String address(String article, int earlier, int later) {
        return address(TextReference.text(article, earlier), TextReference.text(article, later));
    }

    /** Both texts, the first one first. */
    public List<ComparedVersion> both() {
        return List.of(a, b);
    }

    /** Whether a text is so long that its end is not compared. */
    public boolean isCut() {
        return a.body().isCut() || b.body().isCut();
    }

    /** Whether the entities of a text are not known. */
    public boolean hasFormer() {
        return !a.version().isCurrent() || !b.version().isCurrent();
    }

    @Override
    public String template() {
        return "compare";
    }
}
