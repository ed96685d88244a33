package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.TextSketch;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.ObservedText;
import io.newsfold.enrich.tag.Tagged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A usable raw record: an article's text, or a withdrawal. */
sealed interface Delivery {
    /** The raw record. */
    RawArticle raw();

    /** The history of the article after this delivery. */
    ArticleHistory addTo(ArticleHistory before);

    /** Digest of the text; null for a withdrawal. */
    @Nullable
    String version();

    /** Sketch of the text; null for a withdrawal. */
    @Nullable
    TextSketch sketch();

    /**
     * A text, cleaned and tagged.
     *
     * @param tagged the text
     */
    record Text(Tagged tagged) implements Delivery {
        @Override
        public RawArticle raw() {
            return tagged.cleaned().raw();
        }

        @Override
        public ArticleHistory addTo(ArticleHistory before) {
            return before.with(observed());
        }

        private ObservedText observed() {
            CleanText text = tagged.cleaned().text();
            RawArticle.About about = raw().about();
            Source source = new Source(tagged.cleaned().sourceId(), about.feed(), text.publisher());
            return new ObservedText(text, tagged.entities(), source, List.of(about.fetched()), raw().url());
        }

        @Override
        public String version() {
            return tagged.cleaned().text().version();
        }

        @Override
        public TextSketch sketch() {
            return observed().sketch();
        }
    }

    /**
     * A withdrawal of the article by its publisher.
     *
     * @param raw the record, without a body
     */
    record Withdrawal(RawArticle raw) implements Delivery {
        @Override
        public ArticleHistory addTo(ArticleHistory before) {
            return before.withdrawnAt(raw.about().fetched());
        }

        @Override
        public @Nullable String version() {
            return null;
        }

        @Override
        public @Nullable TextSketch sketch() {
            return null;
        }
    }
}
