package io.newsfold.kafka;

import io.newsfold.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** A Kafka cluster as an operator sees it. The caller closes it. */
public final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Properties client;
    private final Admin admin;

    /** @param client how to reach it; anything that a Kafka client takes */
    public Cluster(Properties client) {
        this.client = client;
        Properties settings = new Properties();
        settings.putAll(client);
        settings.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try {
            admin = Admin.create(settings);
        } catch (KafkaException e) {
            throw new BrokerException("no client for " + address() + " can be made: " + rootMessage(e), e);
        }
    }

    /**
     * Makes sure that a broker answers.
     *
     * @return the id of its cluster
     */
    public String check() {
        return get(admin.describeCluster().clusterId());
    }

    /** Creates the topics that are missing, and waits until they can be written to: a record sent earlier can get lost (KAFKA-15591). */
    public void createTopics(int partitions) {
        Set<String> there = get(admin.listTopics().names());
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!there.contains(topic.topicName())) {
                missing.add(new NewTopic(
                                topic.topicName(),
                                java.util.Optional.of(topic.partitions(partitions)),
                                java.util.Optional.empty())
                        .configs(topic.settings()));
            }
        }
        admin.createTopics(missing).values().values().forEach(this::created);
        ends(List.of(Topic.values()).stream().map(Topic::topicName).toList());
    }

    /** Another process may have been faster. */
    private void created(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw translated(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many partitions the keyed topics have; 0 before they are there. */
    public int partitions() {
        return get(admin.listTopics().names()).contains(Topic.RAW.topicName())
                ? partitionsOf(List.of(Topic.RAW.topicName())).size()
                : 0;
    }

    /** The end of each partition, with what transactions have written and not yet committed; retried while the broker is not ready. */
    public Map<TopicPartition, Long> ends(List<String> topics) {
        return ends(topics, IsolationLevel.READ_UNCOMMITTED);
    }

    /** Whether any transaction on these topics is open: one that has moved its group's offsets may still lack its mark on a topic. */
    public boolean hasOpenTransactions(List<String> topics) {
        return !withOpenTransactions(topics).isEmpty();
    }

    private List<TopicPartition> withOpenTransactions(List<String> topics) {
        Map<TopicPartition, Long> stable = ends(topics, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(topics);
        return ends.keySet().stream()
                .filter(p -> !Objects.equals(ends.get(p), stable.get(p)))
                .toList();
    }

    /**
     * A transaction that is open on a partition though its producer has a later epoch by now. For a moment that is so of every transaction, while its end is being
     * written; of one that stays, nobody else will ever write the end (KIP-664).
     */
    public record OutlivedTransaction(
            TopicPartition partition, long producer, int epoch, long first, int coordinatorEpoch) {}

    /** The transactions that have outlived their producers' epochs at this moment. */
    public Set<OutlivedTransaction> outlivedTransactions() {
        List<String> topics = List.copyOf(
                get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
        Map<Long, Integer> epochs = producerEpochs();
        Set<OutlivedTransaction> outlived = new HashSet<>();
        get(admin.describeProducers(withOpenTransactions(topics)).all())
                .forEach((partition, state) -> state.activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent()
                                        && producer.producerEpoch() < epochs.getOrDefault(producer.producerId(), -1))
                        .map(producer -> new OutlivedTransaction(
                                partition,
                                producer.producerId(),
                                producer.producerEpoch(),
                                producer.currentTransactionStartOffset().getAsLong(),
                                producer.coordinatorEpoch().orElse(0)))
                        .forEach(outlived::add));
        return outlived;
    }

    /** Ends a transaction without effect: nothing behind it could be read otherwise. */
    public void abort(OutlivedTransaction transaction) {
        get(admin.abortTransaction(new AbortTransactionSpec(
                        transaction.partition(),
                        transaction.producer(),
                        (short) transaction.epoch(),
                        transaction.coordinatorEpoch()))
                .all());
    }

    /** The present epoch of each transactional producer. */
    private Map<Long, Integer> producerEpochs() {
        List<String> ids = get(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .toList();
        Map<Long, Integer> epochs = new HashMap<>();
        get(admin.describeTransactions(ids).all())
                .values()
                .forEach(t -> epochs.merge(t.producerId(), t.producerEpoch(), Math::max));
        return epochs;
    }

    private Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (TopicPartition partition : partitionsOf(topics)) {
            wanted.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        retrying(() -> admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private List<TopicPartition> partitionsOf(List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        retrying(() -> admin.describeTopics(topics).allTopicNames())
                .forEach((name, about) ->
                        about.partitions().forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
        return partitions;
    }

    /** Which of these topics are there. */
    public List<String> existing(List<String> topics) {
        Set<String> there =
                get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return topics.stream().filter(there::contains).toList();
    }

    /** Committed offsets of a consumer group. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** Strikes the members of a killed process off a group's books, so that nobody waits for them. */
    public void removeMembers(String group) {
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            // a group without members has none to remove: that is what was wanted
            boolean none = hasCause(e, GroupIdNotFoundException.class)
                    || hasCause(e, UnknownMemberIdException.class)
                    || hasCause(e, IllegalArgumentException.class);
            if (!none) {
                throw translated(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Call<T> {
        KafkaFuture<T> ask();
    }

    private <T> T retrying(Call<T> call) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.ask().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw translated(e);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokerException("interrupted while asking " + address(), e);
            }
        }
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw translated(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while asking " + address(), e);
        }
    }

    private RuntimeException translated(ExecutionException e) {
        if (e.getCause() instanceof TimeoutException) {
            return new BrokerException("no Kafka broker answers at " + address(), e);
        }
        if (e.getCause() instanceof AuthenticationException || e.getCause() instanceof AuthorizationException) {
            return (RuntimeException) e.getCause();
        }
        return new BrokerException("the broker at " + address() + " refused: " + rootMessage(e), e);
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private String address() {
        return client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "(no address)");
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
