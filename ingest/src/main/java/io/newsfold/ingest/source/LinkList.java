package io.newsfold.ingest.source;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells the links that an aggregator gives instead of a text: the headline itself, and what others wrote. */
final class LinkList {
    /** More letters without a link than in links are a text. */
    private static final double LEAST_LINKED = 0.5;

    /** The name of an outlet beside its link is shorter. */
    private static final int LONGEST_NAME = 60;

    private LinkList() {}

    /** Whether {@code html} is a link under the headline, or a list that begins with one, and nothing else. */
    static boolean is(String html, @Nullable String headline) {
        if (headline == null || !html.contains("<a")) {
            return false;
        }
        Document page = Jsoup.parseBodyFragment(html);
        Element first = page.selectFirst("a[href]");
        if (first == null || !first.text().equals(headline)) {
            return false;
        }
        int all = page.body().text().length();
        page.select("a[href]").forEach(Element::empty);
        boolean isText = page.body().stream().anyMatch(e -> e.ownText().length() > LONGEST_NAME);
        return !isText && page.body().text().length() < (1 - LEAST_LINKED) * all;
    }
}
