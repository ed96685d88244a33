package io.newsfold.enrich.clean;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads an HTML page: fields from its metadata and from what a reader sees, blocks from the tree. */
final class PageReader {
    private PageReader() {}

    /** @throws Delivered.Unusable where the page has more nodes than are read */
    static Page read(String html) throws Delivered.Unusable {
        Page page = new Page();
        Document document = Jsoup.parse(Markup.mended(html, page.flags));
        checkSize(document);
        page.bodyFrom = "page";
        page.blocks.addAll(Outline.of(document, page.flags));
        Landmarks landmarks = Landmarks.of(document);
        PageMetadata.read(document, landmarks, page);
        VisibleFields.read(document, landmarks, page);
        return page;
    }

    private static void checkSize(Document document) throws Delivered.Unusable {
        long nodes = document.nodeStream().limit(Limits.PAGE_NODES + 1L).count();
        if (nodes > Limits.PAGE_NODES) {
            throw new Delivered.Unusable(Reason.TOO_COMPLEX, "a page of more than " + Limits.PAGE_NODES + " nodes");
        }
    }
}
