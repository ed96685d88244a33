package io.newsfold.desk.index;

import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a view up with the topics, in a thread of its own, and tells what happens to stories once the view shows it. */
public final class IndexUpdater implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpdater.class);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int MOST_AT_ONCE = 2_000;

    private final TopicIndex view;
    private final Properties client;
    private final Consumer<ConsumerRecord<String, byte[]>> changes;
    private volatile CountDownLatch awaited = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Throughput throughput = new Throughput();
    private final Thread thread = new Thread(this::run, "view");
    private volatile boolean ready;
    private volatile boolean over;
    private volatile boolean closed;

    /** @param changes takes each new record of {@link Topic#CHANGES}, in the view's thread */
    public IndexUpdater(TopicIndex view, Properties client, Consumer<ConsumerRecord<String, byte[]>> changes) {
        this.view = view;
        this.client = client;
        this.changes = changes;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try (TopicReader reader = TopicReader.from(client, view.offsets(), TopicIndex.TOPICS)) {
            long committed = System.nanoTime();
            while (!closed) {
                List<ConsumerRecord<String, byte[]>> records = gathered(reader);
                if (!records.isEmpty()) {
                    take(records);
                }
                CountDownLatch asked = awaited;
                if (asked.getCount() > 0 && reader.isAtEnd()) {
                    asked.countDown();
                    ready = true;
                }
                if (System.nanoTime() - committed > COMMIT.toNanos()) {
                    view.commit();
                    committed = System.nanoTime();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the desk's view stopped", e);
            failure.set(e);
        } finally {
            over = true;
            awaited.countDown();
        }
    }

    /** What comes within a moment: each renewal of the readers makes a segment of the index, and many small ones cost more than their records. */
    private static List<ConsumerRecord<String, byte[]>> gathered(TopicReader reader) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        long start = System.nanoTime();
        do {
            reader.next().forEach(records::add);
        } while (!records.isEmpty() && records.size() < MOST_AT_ONCE && System.nanoTime() - start < MOMENT.toNanos());
        return records;
    }

    private void take(List<ConsumerRecord<String, byte[]>> records) {
        view.apply(records);
        for (ConsumerRecord<String, byte[]> entry : records) {
            if (entry.topic().equals(Topic.CHANGES.topicName())) {
                changes.accept(entry);
            } else if (entry.topic().equals(Topic.ENRICHED.topicName())) {
                throughput.count();
            }
        }
    }

    /** Articles that came to the view of late. */
    public Throughput throughput() {
        return throughput;
    }

    /** Whether it has come to what was there when it began, and goes on. */
    public boolean isReady() {
        return ready && !over;
    }

    /** Waits until the view shows all that stands on the topics now; one caller after the other. */
    public synchronized void awaitShown() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        CountDownLatch before = awaited;
        awaited = shown;
        before.countDown();
        if (!over) {
            shown.await();
        }
        RuntimeException e = failure.get();
        if (e != null) {
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
