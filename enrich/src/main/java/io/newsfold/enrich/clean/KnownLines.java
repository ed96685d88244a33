package io.newsfold.enrich.clean;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DropReason;
import io.newsfold.enrich.clean.input.TextMeasures;
import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops lines around the text that say only what fields say by now: the headline, who wrote the article, and when. */
final class KnownLines {
    private static final int MOST_CHARS = 120;
    private static final int MOST_CHARS_BESIDE_NAMES = 30;

    private KnownLines() {}

    /** The blocks without such lines before the first sentence and after the last one. */
    static SelectedBlocks drop(SelectedBlocks selected, String headline, List<Author> authors, DateLocale dateLocale) {
        List<Block> blocks = new ArrayList<>(selected.all());
        int first = 0;
        while (first < blocks.size() && !isSentence(blocks.get(first))) {
            first++;
        }
        int last = blocks.size() - 1;
        while (last >= first && !isSentence(blocks.get(last))) {
            last--;
        }
        if (first == blocks.size()) {
            return selected;
        }
        for (int i = 0; i < blocks.size(); i++) {
            DropReason reason = i < first || i > last ? reason(blocks.get(i), headline, authors, dateLocale) : null;
            if (reason != null) {
                blocks.set(i, blocks.get(i).drop(reason));
            }
        }
        return new SelectedBlocks(blocks);
    }

    private static boolean isSentence(Block block) {
        return block.kept() && block.endsLikeSentence() && block.text().length() > MOST_CHARS;
    }

    private static @Nullable DropReason reason(
            Block block, String headline, List<Author> authors, DateLocale dateLocale) {
        if (!block.kept() || block.text().length() > MOST_CHARS && !block.bare().equals(TextMeasures.bare(headline))) {
            return null;
        }
        if (block.bare().equals(TextMeasures.bare(headline))) {
            return DropReason.HEADLINE;
        }
        if (isDate(block, dateLocale)) {
            return DropReason.METADATA;
        }
        String text = glued(block.text());
        String rest = text;
        for (Author author : authors) {
            rest = rest.replace(glued(author.name()), "");
        }
        return rest.length() < text.length() && rest.length() <= MOST_CHARS_BESIDE_NAMES ? DropReason.BYLINE : null;
    }

    /** Whether at least half of it is dates, with a label such as "Published" at most beside them. */
    private static boolean isDate(Block block, DateLocale dateLocale) {
        int dates = 0;
        for (WrittenDate date : Dates.findAll(block.text(), dateLocale)) {
            dates += date.end() - date.start();
        }
        return dates * 2 >= block.text().length();
    }

    private static String glued(String text) {
        return TextMeasures.bare(text).replace(" ", "");
    }
}
