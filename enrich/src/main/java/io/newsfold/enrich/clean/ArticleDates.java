package io.newsfold.enrich.clean;

import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.field.PageFields;
import io.newsfold.enrich.clean.field.TextDates;
import io.newsfold.text.date.DateLocale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates in lines above, below and at the ends of the text, once it is known what the text is. */
final class ArticleDates {
    private static final int ABOVE = 6;
    private static final int BELOW = 8;
    private static final int ENDS = 2;

    /** What lines can be without being about another text. */
    private static final Set<DropReason> OF_ARTICLE = EnumSet.of(
            DropReason.BYLINE,
            DropReason.BOILERPLATE,
            DropReason.METADATA,
            DropReason.BIOGRAPHY,
            DropReason.PHOTO_CREDIT,
            DropReason.SECTION_NAME);

    private ArticleDates() {}

    /** The same fields with candidates from the lines around the text. */
    static PageFields add(PageFields fields, List<Block> blocks, DateLocale locale, Instant fetched) {
        TextDates dates = new TextDates(fields, locale, fetched);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).kept()) {
                kept.add(i);
            }
        }
        if (kept.isEmpty()) {
            return fields;
        }
        int first = kept.get(0);
        int last = kept.get(kept.size() - 1);
        for (int i = Math.max(0, first - ABOVE); i < first; i++) {
            if (isOfArticle(blocks.get(i))) {
                dates.addAbove(blocks.get(i), before(blocks, i));
            }
        }
        blocks.stream().filter(b -> b.dropped() == DropReason.HEADLINE).limit(1).forEach(dates::addOpening);
        kept.stream().limit(ENDS).forEach(i -> {
            dates.addOpening(blocks.get(i));
            dates.addAbove(blocks.get(i), before(blocks, i));
        });
        kept.stream()
                .skip(Math.max(ENDS, kept.size() - ENDS))
                .forEach(i -> dates.addBelow(blocks.get(i), before(blocks, i)));
        for (int i = last + 1; i < Math.min(blocks.size(), last + 1 + BELOW); i++) {
            if (isOfArticle(blocks.get(i))) {
                dates.addBelow(blocks.get(i), before(blocks, i));
            }
        }
        if (!dates.hasAny()) {
            for (int i = last + 1; i < blocks.size(); i++) {
                if (blocks.get(i).dropped() == DropReason.FOOTER) {
                    dates.addUpdate(blocks.get(i));
                }
            }
        }
        return dates.fields();
    }

    private static @Nullable Block before(List<Block> blocks, int at) {
        return at == 0 ? null : blocks.get(at - 1);
    }

    private static boolean isOfArticle(Block block) {
        DropReason reason = block.dropped();
        return reason != null && OF_ARTICLE.contains(reason);
    }
}
