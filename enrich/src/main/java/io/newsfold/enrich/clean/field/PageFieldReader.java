package io.newsfold.enrich.clean.field;

import io.newsfold.contract.Flag;
import io.newsfold.text.date.DateLocale;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/** Reads the fields of a page from its metadata and from what its readers see. */
public final class PageFieldReader {
    private PageFieldReader() {}

    /**
     * The fields of a page.
     *
     * @param flags what was repaired or cut in them
     * @param dateLocale by which its dates are read
     */
    public record Result(PageFields fields, Set<Flag> flags, DateLocale dateLocale) {
        public Result {
            flags = Set.copyOf(flags);
        }
    }

    /**
     * Reads the fields of a page.
     *
     * @param lines of the page in reading order, beside which fields are found
     */
    public static Result read(Document document, List<? extends TextLine> lines, DateClues clues) {
        PageElements elements = PageElements.of(document);
        DateLocale locale = PageLocale.of(document, elements, lines, clues.url());
        FieldCollector collector = new FieldCollector(PageFields.NONE, locale, clues.fetched());
        SiteNames site = PageMetadata.read(document, elements, lines, collector);
        VisibleFields.read(document, lines, elements, site, collector);
        if (!collector.dates().hasPublished()) {
            ScriptDates.add(elements.scripts, collector.dates());
        }
        return new Result(collector.fields(), collector.flags(), locale);
    }
}
