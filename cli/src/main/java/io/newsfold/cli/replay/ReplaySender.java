package io.newsfold.cli.replay;

import io.newsfold.cli.print.DeliverySummary;
import io.newsfold.cli.print.ProgressDisplay;
import io.newsfold.ingest.publish.RawProducer;
import io.newsfold.ingest.publish.SendRate;
import io.newsfold.ingest.source.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Publishes the deliveries of a feed at a rate, without those that were sent before. Not thread-safe. */
final class ReplaySender implements Consumer<Delivery> {
    private final RawProducer producer;
    private final SentRecords records;
    private final SendRate rate;
    private final ProgressDisplay progress;
    private final boolean again;
    private final BooleanSupplier goOn;
    private final List<String> doubts = new ArrayList<>();
    private final long start = System.nanoTime();
    private final DeliverySummary summary = new DeliverySummary();
    private long sent;

    /** A feed hands out deliveries until it ends; this exception is the only way to leave it before that. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(long sent) {
            super("stopped after " + sent + " records", null, false, false);
        }
    }

    /**
     * Nothing is sent yet.
     *
     * @param again whether to send records that were sent before, too
     * @param goOn asked before each record
     */
    ReplaySender(
            RawProducer producer,
            SentRecords records,
            SendRate rate,
            ProgressDisplay progress,
            boolean again,
            BooleanSupplier goOn) {
        this.producer = producer;
        this.records = records;
        this.rate = rate;
        this.progress = progress;
        this.again = again;
        this.goOn = goOn;
    }

    /** @throws StoppedException where the replay is to stop */
    @Override
    public void accept(Delivery delivery) {
        if (!goOn.getAsBoolean()) {
            throw new StoppedException(sent);
        }
        if (!records.add(delivery.eventId()) && !again) {
            if (delivery.refusal() == null) {
                summary.skip();
            } else {
                summary.add(delivery); // refused again, though it is on the topic of rejections already
            }
            return;
        }
        rate.await(start, sent, delivery);
        producer.publish(delivery);
        sent++;
        summary.add(delivery);
        if (delivery.doubt() != null && delivery.refusal() == null) {
            doubts.add(delivery.doubt() + ": it will be rejected");
        }
        progress.reached(sent);
    }

    Replay result() {
        return new Replay(summary, doubts);
    }
}
