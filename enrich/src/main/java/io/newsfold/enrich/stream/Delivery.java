package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.TextSketch;
import io.newsfold.enrich.classify.Classified;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.ObservedText;
import io.newsfold.enrich.tag.Tagged;
import java.time.Instant;
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
     * A text, cleaned, tagged and classified.
     *
     * @param observed the text as the history of its article has it
     */
    record Text(RawArticle raw, ObservedText observed) implements Delivery {
        static Text of(Classified classified) {
            Tagged tagged = classified.tagged();
            RawArticle raw = tagged.cleaned().raw();
            CleanText text = tagged.cleaned().text();
            Source source = new Source(tagged.cleaned().sourceId(), raw.about().feed(), text.publisher());
            List<Instant> fetched = List.of(raw.about().fetched());
            ObservedText observed = ObservedText.of(text, tagged.entities(), source, fetched, raw.url());
            return new Text(raw, observed.about(classified.about()));
        }

        @Override
        public ArticleHistory addTo(ArticleHistory before) {
            return before.with(observed);
        }

        @Override
        public String version() {
            return observed.text().version();
        }

        @Override
        public TextSketch sketch() {
            return observed.sketch();
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
