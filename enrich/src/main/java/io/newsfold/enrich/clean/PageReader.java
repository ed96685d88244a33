package io.newsfold.enrich.clean;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads an HTML page: fields from its metadata and from what a reader sees, blocks from the tree. */
public final class PageReader {
    private PageReader() {}

    /** @throws RawContent.Unusable where the page has more nodes than are read */
    public static Page read(String html) throws RawContent.Unusable {
        Page page = new Page();
        Document document = Jsoup.parse(MarkupRepair.mended(html, page.flags));
        checkSize(document);
        page.bodyFrom = "page";
        page.blocks.addAll(BlockExtractor.of(document, page.flags));
        PageElements landmarks = PageElements.of(document);
        PageMetadata.read(document, landmarks, page);
        VisibleFields.read(document, landmarks, page);
        return page;
    }

    private static void checkSize(Document document) throws RawContent.Unusable {
        long nodes = document.nodeStream().limit(Limits.PAGE_NODES + 1L).count();
        if (nodes > Limits.PAGE_NODES) {
            throw new RawContent.Unusable(Reason.TOO_COMPLEX, "a page of more than " + Limits.PAGE_NODES + " nodes");
        }
    }
}
