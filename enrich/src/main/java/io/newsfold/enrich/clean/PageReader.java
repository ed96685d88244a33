package io.newsfold.enrich.clean;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads an HTML page: fields from its metadata and from what a reader sees, blocks from the tree. */
final class PageReader {
    private PageReader() {}

    static Page read(String html) {
        Document document = Jsoup.parse(html);
        Page page = new Page();
        page.bodyFrom = "page";
        page.blocks.addAll(Outline.of(document, page.flags));
        Landmarks landmarks = Landmarks.of(document);
        PageMetadata.read(document, landmarks, page);
        VisibleFields.read(document, landmarks, page);
        return page;
    }
}
