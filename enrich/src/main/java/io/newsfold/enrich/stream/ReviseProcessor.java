package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Receipt;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.revision.ArticleHistory;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds a delivery to the {@link ArticleHistory} of its article; forwards the current article by article id, and
 * rejections by raw key.
 */
final class ReviseProcessor implements Processor<String, StageResult<Delivery>, String, StageResult<RevisedArticle>> {
    private ProcessorContext<String, StageResult<RevisedArticle>> context;
    private HistoryStore histories;

    @SuppressWarnings("NullAway.Init")
    ReviseProcessor() {}

    @Override
    public void init(ProcessorContext<String, StageResult<RevisedArticle>> initial) {
        context = initial;
        histories = new HistoryStore(initial.getStateStore(HistoryStore.NAME));
    }

    @Override
    public void process(Record<String, StageResult<Delivery>> entry) {
        StageResult<RevisedArticle> result = entry.value().then(this::revise);
        String key = result.values().stream()
                .map(revised -> revised.receipt().id())
                .findFirst()
                .orElse(entry.key());
        context.forward(new Record<>(key, result, entry.timestamp()));
    }

    private StageResult<RevisedArticle> revise(Delivery delivery) {
        RawArticle raw = delivery.raw();
        ArticleHistory before = histories.of(raw.id());
        ArticleHistory after = delivery.addTo(before);
        boolean isWithdrawal = delivery.version() == null; // it only takes away
        if (!histories.put(raw.id(), after, isWithdrawal ? Limits.RECORD_BYTES : Limits.HISTORY_BYTES)) {
            return StageResult.rejected(Rejection.of(
                    raw,
                    "revise",
                    Rejection.Reason.TOO_LARGE,
                    "the article with all its versions is larger than a record may be"));
        }
        Optional<CleanArticle> former = before.article(raw.id());
        Optional<CleanArticle> current = after.article(raw.id());
        return StageResult.done(new RevisedArticle(receipt(delivery), current.orElse(null), !current.equals(former)));
    }

    private static Receipt receipt(Delivery delivery) {
        RawArticle raw = delivery.raw();
        return new Receipt(
                Receipt.SCHEMA,
                raw.id(),
                raw.key(),
                raw.at(),
                raw.about().fetched(),
                raw.about().origin(),
                delivery.version(),
                delivery.sketch());
    }
}
