package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Authors from elements that are marked as theirs: by an attribute, by a class, or as a link to their page. */
final class AuthorElements {
    private static final int MOST_CHARS = 100;
    private static final int MOST_OF_ONE_ARTICLE = 6;

    private final FieldCollector collector;

    private AuthorElements(FieldCollector collector) {
        this.collector = collector;
    }

    /** @param below the lines directly below the headline: there a class counts that elsewhere may be a commenter's */
    static void read(PageElements elements, List<? extends TextLine> below, FieldCollector collector) {
        AuthorElements authors = new AuthorElements(collector);
        for (List<Element> group : siblings(elements.bylines)) {
            boolean isMarked = group.stream().anyMatch(e -> e.hasAttr("rel") || e.hasAttr("itemprop"));
            authors.add(group, "byline element", isMarked ? Confidence.BYLINE_MARKED : Confidence.BYLINE_BY_CLASS);
        }
        Set<String> lines = below.stream().map(line -> glued(line.text())).collect(Collectors.toSet());
        for (Element element : elements.maybeBylines) {
            if (lines.contains(glued(element.text()))) {
                authors.add(List.of(element), "byline element", Confidence.BYLINE_BY_CLASS);
            }
        }
        for (List<Element> group : siblings(elements.authorLinks)) {
            authors.add(group, "link to an author", Confidence.AUTHOR_LINK);
        }
    }

    /** Elements beside each other, which name the authors of one article; a longer row is a list of the house. */
    private static List<List<Element>> siblings(List<Element> elements) {
        Map<Element, List<Element>> groups = new LinkedHashMap<>();
        for (Element element : elements) {
            Element parent = element.parent();
            groups.computeIfAbsent(parent == null ? element : parent, p -> new ArrayList<>())
                    .add(element);
        }
        return groups.values().stream()
                .map(group -> group.size() > MOST_OF_ONE_ARTICLE ? group.subList(0, 1) : group)
                .toList();
    }

    private static String glued(String text) {
        return TextMeasures.bare(text).replace(" ", "");
    }

    private void add(List<Element> group, String from, Confidence confidence) {
        List<Author> people = group.stream()
                .filter(element -> element.text().length() < MOST_CHARS)
                .flatMap(element -> people(element).stream())
                .distinct()
                .toList();
        collector.addAuthors(people, from, confidence);
    }

    /** Names and trades stand in elements of their own, at times with nothing between them. */
    private List<Author> people(Element element) {
        String apart = element.nodeStream(TextNode.class)
                .filter(node -> !node.isBlank())
                .map(TextNode::text)
                .collect(Collectors.joining(" | "));
        List<Author> people = Bylines.people(collector.line(apart));
        return people.isEmpty() ? Bylines.people(collector.line(element.text())) : people;
    }
}
