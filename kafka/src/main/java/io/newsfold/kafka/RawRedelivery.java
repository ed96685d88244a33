package io.newsfold.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends the articles of {@code articles.raw} once more to the same topic, with their keys, headers and times, so that
 * the job cleans and tags them with the tables that it has now. A text that was delivered again changes nothing but
 * what the tables change. Each record is sent exactly once: the copies and the place up to which they go are one
 * transaction, and a run that was stopped goes on from there. Copies are not copied again.
 */
public final class RawRedelivery {
    /** Header of a copy. */
    static final String COPY_HEADER = "newsfold_copy";

    private static final String FETCHED_HEADER = "ce_time";
    private static final String GROUP = "newsfold-retag";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH = 200;
    private static final String UNTIL = "until=";

    private final Properties client;
    private final double perSecond;
    private final long start = System.nanoTime();
    private long sent;
    private Map<String, Long> withdrawn = Map.of();

    /**
     * What a run did.
     *
     * @param sent records sent in this run
     * @param isResumed whether it went on with a run that was stopped
     * @param isDone whether all records were sent; false where it was stopped
     */
    public record Report(long sent, boolean isResumed, boolean isDone) {}

    /**
     * A redelivery.
     *
     * @param perSecond records sent in a second at most, more than 0
     */
    public RawRedelivery(Properties client, double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is more than 0 a second, not " + perSecond);
        }
        this.client = client;
        this.perSecond = perSecond;
    }

    /** Sends all articles that are on the topic now, or what a run that was stopped left, for as long as it may. */
    public Report run(BooleanSupplier goOn) {
        return run(false, goOn);
    }

    /**
     * Sends all articles that are on the topic now, for as long as it may.
     *
     * @param anew whether it begins anew where a run was stopped, as for tables that changed since
     */
    public Report run(boolean anew, BooleanSupplier goOn) {
        Properties reading = ClientSettings.consumer(client);
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        Properties writing = ClientSettings.producer(client);
        writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP);
        writing.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.RECORD_BYTES);
        try (Producer<String, byte[]> producer =
                        new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions(); // ends what a run that was killed left open
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.RAW.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = anew ? Map.of() : unfinished(consumer, partitions);
            boolean isResumed = !ends.isEmpty();
            if (!isResumed) {
                consumer.seekToBeginning(partitions);
                ends = consumer.endOffsets(partitions);
            }
            withdrawn = withdrawals();
            boolean isDone = copy(consumer, producer, ends, goOn);
            return new Report(sent, isResumed, isDone);
        }
    }

    /** The ends of a run that was stopped, with the consumer where it was; empty where there was none. */
    private static Map<TopicPartition, Long> unfinished(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        boolean isUnfinished = false;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry :
                consumer.committed(Set.copyOf(partitions)).entrySet()) {
            OffsetAndMetadata place = entry.getValue();
            if (place != null && place.metadata().startsWith(UNTIL)) {
                long end = Long.parseLong(place.metadata().substring(UNTIL.length()));
                ends.put(entry.getKey(), end);
                consumer.seek(entry.getKey(), place.offset());
                isUnfinished |= place.offset() < end;
            }
        }
        return isUnfinished ? ends : Map.of();
    }

    /** Copies up to the ends; the first transaction writes down where they are. */
    private boolean copy(
            KafkaConsumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            Map<TopicPartition, Long> ends,
            BooleanSupplier goOn) {
        Map<TopicPartition, Long> places = new HashMap<>();
        ends.keySet().forEach(partition -> places.put(partition, consumer.position(partition)));
        commit(consumer, producer, List.of(), places, ends);
        Set<TopicPartition> open = new TreeSet<>((a, b) -> Integer.compare(a.partition(), b.partition()));
        ends.forEach((partition, end) -> {
            if (consumer.position(partition) < end) {
                open.add(partition);
            }
        });
        while (!open.isEmpty()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(entry -> {
                TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
                if (entry.offset() < ends.getOrDefault(partition, 0L) && isOriginal(entry)) {
                    batch.add(entry);
                }
            });
            places.replaceAll((partition, place) ->
                    Math.min(consumer.position(partition), Objects.requireNonNull(ends.get(partition))));
            commit(consumer, producer, batch, places, ends);
            open.removeIf(partition -> places.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
            consumer.pause(ends.keySet().stream().filter(p -> !open.contains(p)).toList());
            pace();
        }
        return true;
    }

    /** The offset of the last withdrawal of each withdrawn key. */
    private Map<String, Long> withdrawals() {
        Map<String, Long> last = new HashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(client, Topic.RAW)) {
            reader.readToEnd(entry -> {
                if (entry.value() == null && entry.key() != null) {
                    last.put(entry.key(), entry.offset());
                }
            });
        }
        return last;
    }

    /** Whether it is a text that was not withdrawn since, and no copy; a text without a key was rejected. */
    private boolean isOriginal(ConsumerRecord<String, byte[]> entry) {
        return entry.value() != null
                && entry.key() != null
                && entry.headers().lastHeader(COPY_HEADER) == null
                && withdrawn.getOrDefault(entry.key(), -1L) < entry.offset();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit throws what a send could not do
    private void commit(
            KafkaConsumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            List<ConsumerRecord<String, byte[]>> batch,
            Map<TopicPartition, Long> places,
            Map<TopicPartition, Long> ends) {
        producer.beginTransaction();
        for (ConsumerRecord<String, byte[]> entry : batch) {
            ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                    entry.topic(), entry.partition(), entry.timestamp(), entry.key(), entry.value(), entry.headers());
            if (copy.headers().lastHeader(FETCHED_HEADER) == null) { // the broker may set its own time
                String fetched = Instant.ofEpochMilli(entry.timestamp()).toString();
                copy.headers().add(FETCHED_HEADER, fetched.getBytes(UTF_8));
            }
            copy.headers().add(COPY_HEADER, "retag".getBytes(UTF_8));
            producer.send(copy);
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        places.forEach((partition, place) ->
                offsets.put(partition, new OffsetAndMetadata(place, UNTIL + ends.get(partition))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        sent += batch.size();
    }

    private void pace() {
        long due = start + (long) (sent * 1e9 / perSecond);
        for (long left = due - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
