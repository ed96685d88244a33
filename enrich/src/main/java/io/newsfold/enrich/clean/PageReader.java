package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.clean.body.BlockExtractor;
import io.newsfold.enrich.clean.field.DateClues;
import io.newsfold.enrich.clean.field.PageFieldReader;
import io.newsfold.enrich.clean.input.MarkupRepair;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.enrich.clean.nonarticle.PageSigns;
import io.newsfold.text.charset.FlaggedText;
import java.util.EnumSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeFilter;

/** Reads an HTML page: fields from its metadata and from what its readers see, blocks from the tree. */
public final class PageReader {
    private PageReader() {}

    /** @throws RawContent.Unusable where the page has more nodes than are read */
    public static Page read(String html) throws RawContent.Unusable {
        return read(html, DateClues.NONE);
    }

    /** @throws RawContent.Unusable where the page has more nodes than are read */
    public static Page read(String html, DateClues clues) throws RawContent.Unusable {
        FlaggedText repaired = MarkupRepair.repair(html);
        Document document = Jsoup.parse(repaired.text());
        checkSize(document);
        BlockExtractor.Extraction extraction = BlockExtractor.extract(document);
        PageFieldReader.Result found = PageFieldReader.read(document, extraction.blocks(), clues);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(repaired.flags());
        flags.addAll(extraction.flags());
        flags.addAll(found.flags());
        return new Page("page", found.fields(), extraction.blocks(), PageSigns.of(document), flags, found.dateLocale());
    }

    private static void checkSize(Document document) throws RawContent.Unusable {
        int[] nodes = {0};
        document.filter((node, depth) ->
                ++nodes[0] > Limits.PAGE_NODES ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE);
        if (nodes[0] > Limits.PAGE_NODES) {
            throw new RawContent.Unusable(Reason.TOO_COMPLEX, "a page of more than " + Limits.PAGE_NODES + " nodes");
        }
    }
}
