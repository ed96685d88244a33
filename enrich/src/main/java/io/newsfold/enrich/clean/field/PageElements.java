package io.newsfold.enrich.clean.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements of a page that its fields are read from, found in one walk, each list in the order of the page. */
final class PageElements {
    private static final List<String> AUTHOR_PATHS = List.of("/author", "/staff/", "/reporters/", "/contributor");
    private static final List<String> AUTHOR_WORDS = List.of("author", "autor", "auteur", "writer", "byline", "redakt");
    private static final Pattern ROOT = Pattern.compile("/|(?:https?:)?//[^/?#]+/?");

    final List<Element> metas = new ArrayList<>();
    final List<Element> jsonLd = new ArrayList<>();
    /** Scripts without an address of their own. */
    final List<Element> scripts = new ArrayList<>();

    final List<Element> canonicals = new ArrayList<>();
    /** Links to the page's feeds, which are named for the site. */
    final List<Element> feeds = new ArrayList<>();
    /** Links to the front page of some site. */
    final List<Element> rootLinks = new ArrayList<>();
    /** Headings of the first rank, and times between them. */
    final List<Element> headingsAndTimes = new ArrayList<>();

    final List<Element> bylines = new ArrayList<>();
    /** Elements whose class has a word for authors in it, as those of commenters have at times. */
    final List<Element> maybeBylines = new ArrayList<>();

    final List<Element> authorLinks = new ArrayList<>();
    final List<Element> figures = new ArrayList<>();

    private PageElements() {}

    static PageElements of(Document document) {
        PageElements found = new PageElements();
        document.traverse((node, depth) -> found.see(node));
        return found;
    }

    private void see(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> {
                if (element.attr("type").equalsIgnoreCase("application/ld+json")) {
                    jsonLd.add(element);
                } else if (!element.hasAttr("src")) {
                    scripts.add(element);
                }
            }
            case "link" -> {
                if (element.attr("rel").equalsIgnoreCase("canonical") && isOfPage(element)) {
                    canonicals.add(element);
                }
                if (element.attr("type").endsWith("+xml") && element.hasAttr("title")) {
                    feeds.add(element);
                }
            }
            case "h1" -> headingsAndTimes.add(element);
            case "figure" -> figures.add(element);
            case "time" -> {
                if (element.attributesSize() == 0) { // with attributes it is seen below
                    headingsAndTimes.add(element);
                }
            }
            default -> {}
        }
        if (element.attributesSize() > 0) {
            seeAttributes(element);
        }
    }

    /** Whether a link is about the page, not about a thing on it such as a film. A stray tag can end the head early. */
    private static boolean isOfPage(Element link) {
        Element parent = link.parent();
        return parent != null
                && (parent.normalName().equals("head") || parent.normalName().equals("body"));
    }

    private void seeAttributes(Element element) {
        String property = element.attr("itemprop");
        if (DateElements.isCandidate(element)) {
            headingsAndTimes.add(element);
        }
        String names = element.className().toLowerCase(Locale.ROOT);
        if (property.equals("author") || element.attr("rel").equals("author") || !names.isEmpty() && isByline(names)) {
            bylines.add(element);
        } else if (!names.isEmpty() && hasAny(AUTHOR_WORDS, names)) {
            maybeBylines.add(element);
        }
        if (element.normalName().equals("a")) {
            String address = element.attr("href");
            if (hasAny(AUTHOR_PATHS, address)) {
                authorLinks.add(element);
            }
            if (ROOT.matcher(SiteNames.inner(address)).matches()) {
                rootLinks.add(element);
            }
        }
    }

    private static boolean hasAny(List<String> words, String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isByline(String names) {
        if (names.contains("byline") || names.contains("author-name")) {
            return true;
        }
        int at = names.indexOf("author");
        boolean starts = at == 0 || at > 0 && names.charAt(at - 1) == ' ';
        return starts && (at + 6 == names.length() || names.charAt(at + 6) == ' ');
    }
}
