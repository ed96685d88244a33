package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.CleanArticle.Source;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.revision.ArticleHistory;
import io.newsfold.enrich.revision.Sighting;
import io.newsfold.enrich.tag.Tagged;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the {@link ArticleHistory} of each raw key; a record in, the article as it stands out, keyed by article id. */
final class ReviseProcessor implements Processor<String, Delivered, String, Attempt<Revised>> {
    static final String STORE = "article-history";

    private ProcessorContext<String, Attempt<Revised>> context;
    private KeyValueStore<String, ArticleHistory> histories;

    @SuppressWarnings("NullAway.Init")
    ReviseProcessor() {}

    @Override
    public void init(ProcessorContext<String, Attempt<Revised>> initial) {
        context = initial;
        histories = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Delivered> entry) {
        RawArticle raw = entry.value().raw();
        Tagged tagged = entry.value().tagged();
        ArticleHistory before = Optional.ofNullable(histories.get(raw.key())).orElse(ArticleHistory.EMPTY);
        ArticleHistory after =
                tagged == null ? before.withdrawnAt(raw.about().fetched()) : before.with(sighting(raw, tagged));
        if (tagged != null && Json.bytes(after).length > Limits.HISTORY_BYTES) {
            Rejection rejection = Rejection.of(
                    raw,
                    "revise",
                    Rejection.Reason.TOO_LARGE,
                    "the article with all its versions is larger than a record may be");
            context.forward(new Record<>(raw.id(), Attempt.rejected(rejection), entry.timestamp()));
            return;
        }
        histories.put(raw.key(), after);
        Optional<CleanArticle> old = before.article(raw.id(), raw.url());
        Optional<CleanArticle> now = after.article(raw.id(), raw.url());
        Receipt receipt = new Receipt(
                Receipt.SCHEMA,
                raw.id(),
                raw.key(),
                raw.at(),
                raw.about().fetched(),
                raw.about().origin(),
                tagged == null ? null : tagged.cleaned().text().version());
        Revised revised = new Revised(receipt, now.orElse(null), !now.equals(old));
        context.forward(new Record<>(raw.id(), Attempt.success(revised), entry.timestamp()));
    }

    private static Sighting sighting(RawArticle raw, Tagged tagged) {
        CleanText text = tagged.cleaned().text();
        Source source = new Source(tagged.cleaned().sourceId(), raw.about().feed(), text.publisher());
        return new Sighting(text, tagged.entities(), source, List.of(raw.about().fetched()));
    }
}
