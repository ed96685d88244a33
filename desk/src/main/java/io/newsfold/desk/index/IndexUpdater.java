package io.newsfold.desk.index;

import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics into the index, in a thread of its own, and passes on each change of a story once it is indexed. */
public final class IndexUpdater implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpdater.class);
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final int MAX_RECORDS = 2_000;

    private final TopicIndex index;
    private final Properties client;
    private final Consumer<ConsumerRecord<String, byte[]>> changes;
    private final Consumer<String> withdrawn;
    private volatile CountDownLatch caughtUp = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Throughput throughput = new Throughput();
    private final Thread thread = new Thread(this::run, "index");
    private volatile boolean ready;
    private volatile boolean ended;
    private volatile boolean closed;

    /**
     * @param changes takes each new record of {@link Topic#CHANGES}, in the updater's thread
     * @param withdrawn takes the id of each article that is no longer in the index, in the updater's thread
     */
    public IndexUpdater(
            TopicIndex index,
            Properties client,
            Consumer<ConsumerRecord<String, byte[]>> changes,
            Consumer<String> withdrawn) {
        this.index = index;
        this.client = client;
        this.changes = changes;
        this.withdrawn = withdrawn;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try (TopicReader reader = TopicReader.from(client, index.offsets(), TopicIndex.TOPICS)) {
            long committed = System.nanoTime();
            while (!closed) {
                List<ConsumerRecord<String, byte[]>> records = gather(reader);
                if (!records.isEmpty()) {
                    apply(records);
                }
                CountDownLatch waiting = caughtUp;
                if (waiting.getCount() > 0 && reader.isAtEnd()) {
                    waiting.countDown();
                    ready = true;
                }
                if (System.nanoTime() - committed > COMMIT_INTERVAL.toNanos()) {
                    index.commit();
                    committed = System.nanoTime();
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the desk's index is no longer updated", e);
            failure.set(e);
        } finally {
            ended = true;
            caughtUp.countDown();
        }
    }

    /**
     * The records that arrive within a tenth of a second. Each refresh of the readers writes a segment of the index,
     * and many small segments cost more than their records.
     */
    private static List<ConsumerRecord<String, byte[]>> gather(TopicReader reader) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        long start = System.nanoTime();
        do {
            reader.next().forEach(records::add);
        } while (!records.isEmpty() && records.size() < MAX_RECORDS && System.nanoTime() - start < GATHERING.toNanos());
        return records;
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> entry : index.apply(records)) {
            if (entry.topic().equals(Topic.CHANGES.topicName()) && entry.value() != null) {
                changes.accept(entry);
            } else if (entry.topic().equals(Topic.ENRICHED.topicName())) {
                throughput.count();
                if (entry.value() == null) {
                    withdrawn.accept(entry.key());
                }
            }
        }
    }

    /** Number of articles that reached the index in the last minutes. */
    public Throughput throughput() {
        return throughput;
    }

    /** Why the index may lack records, in one sentence; empty once it has caught up, while it is updated. */
    public Optional<String> trouble() {
        if (ended) {
            return Optional.of("the desk no longer reads the topics: restart it");
        }
        return ready ? Optional.empty() : Optional.of("the desk has not caught up with the topics");
    }

    /** Waits until the index has all records that are on the topics now; one caller after the other. */
    public synchronized void awaitIndexed() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        CountDownLatch before = caughtUp;
        caughtUp = latch;
        before.countDown();
        if (!ended) {
            latch.await();
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
