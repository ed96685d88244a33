package io.newsfold.enrich.clean.field;

import io.newsfold.contract.Limits;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import org.jsoup.nodes.Document;

/** Titles of the window and of sharing, without the names of the site and of its section. */
final class WindowTitle {
    private static final int SECTION_WORDS = 4;
    private static final int LEAST_WORDS = 3;

    private final Document document;
    private final SiteNames site;
    private final String section;

    /** @param section as the metadata names it, may be empty */
    WindowTitle(Document document, SiteNames site, String section) {
        this.document = document;
        this.site = site;
        this.section = section;
    }

    /** Whether the title is a name of the site and nothing else. */
    boolean isSite(String title) {
        return site.has(headlineOf(title));
    }

    /** A section is cut only beside the name of the site: elsewhere it may be the headline's own. */
    String headlineOf(String title) {
        if (title.length() > Limits.HEADLINE_CHARS) {
            return title; // the collector cuts it, with a flag
        }
        String whole = title.strip();
        String shorter = site.without(whole);
        boolean isCutAtEnd = whole.startsWith(shorter) && shorter.length() < whole.length();
        while (isCutAtEnd) {
            List<String> parts = SiteNames.parts(shorter);
            String last = parts.get(parts.size() - 1);
            int before = TextMeasures.count(shorter) - TextMeasures.count(last);
            isCutAtEnd = parts.size() > 1 && before >= LEAST_WORDS && isSection(last);
            shorter = isCutAtEnd ? withoutLast(shorter, parts.get(parts.size() - 2), last) : shorter;
        }
        return shorter;
    }

    private static String withoutLast(String title, String before, String last) {
        int end = title.lastIndexOf(before, title.lastIndexOf(last) - before.length());
        return end < 0 ? title : title.substring(0, end + before.length());
    }

    /** Whether the metadata or a link of the page is called so. */
    private boolean isSection(String part) {
        if (TextMeasures.count(part) > SECTION_WORDS) {
            return false;
        }
        String bare = TextMeasures.bare(part);
        return bare.equals(TextMeasures.bare(section))
                || document.select("a[href]").stream()
                        .anyMatch(link -> TextMeasures.bare(link.ownText()).equals(bare));
    }
}
