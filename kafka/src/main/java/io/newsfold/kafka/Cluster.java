package io.newsfold.kafka;

import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics and offsets of a Kafka cluster. The caller closes it. Every method can throw {@link BrokerException}. */
public final class Cluster implements AutoCloseable {
    private final AdminCalls calls;
    private final Admin admin;

    /** @param client properties for a connection; anything that a Kafka client takes */
    public Cluster(Properties client) {
        calls = new AdminCalls(client);
        admin = calls.admin();
    }

    /**
     * Makes sure that a broker answers.
     *
     * @return the id of its cluster
     */
    public String check() {
        return calls.get(admin.describeCluster().clusterId());
    }

    /**
     * Creates the topics that are missing, and waits until they accept records: one sent earlier can get lost
     * (KAFKA-15591).
     *
     * @param partitions of the keyed topics; without effect where {@code articles.raw} exists, which gives the number
     */
    public void createTopics(int partitions) {
        Set<String> existing = calls.get(admin.listTopics().names());
        int keyed = existing.contains(Topic.RAW.topicName()) ? partitions() : partitions;
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!existing.contains(topic.topicName())) {
                missing.add(new NewTopic(topic.topicName(), Optional.of(topic.partitions(keyed)), Optional.empty())
                        .configs(topic.settings()));
            }
        }
        new TreeMap<>(admin.createTopics(missing).values()).forEach(this::awaitCreation);
        ends(List.of(Topic.values()).stream().map(Topic::topicName).toList());
    }

    /** Another process may have been faster. A topic that is hidden from us seems to be missing. */
    private void awaitCreation(String topic, KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                throw new TopicAuthorizationException("no permission to see or to create the topic " + topic);
            }
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw calls.translated(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of partitions of the keyed topics; 0 before these topics exist. */
    public int partitions() {
        return calls.get(admin.listTopics().names()).contains(Topic.RAW.topicName())
                ? partitionsOf(List.of(Topic.RAW.topicName())).size()
                : 0;
    }

    /**
     * The end offset of each partition, records of open transactions included; retried while the broker is not ready.
     */
    public Map<TopicPartition, Long> ends(List<String> topics) {
        return ends(topics, IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * Whether any transaction on these topics is open. A transaction that has committed its group's offsets may still
     * lack its marker on a topic.
     */
    public boolean hasOpenTransactions(List<String> topics) {
        return !partitionsWithOpenTransactions(topics).isEmpty();
    }

    List<TopicPartition> partitionsWithOpenTransactions(List<String> topics) {
        Map<TopicPartition, Long> stable = ends(topics, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(topics);
        return ends.keySet().stream()
                .filter(partition -> !Objects.equals(ends.get(partition), stable.get(partition)))
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> requests = new HashMap<>();
        for (TopicPartition partition : partitionsOf(topics)) {
            requests.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        calls.retrying(() -> admin.listOffsets(requests, new ListOffsetsOptions(isolation))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private List<TopicPartition> partitionsOf(List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        describe(topics)
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(info -> partitions.add(new TopicPartition(name, info.partition()))));
        return partitions;
    }

    /** A broker refuses without saying which topics we may not see. */
    private Map<String, TopicDescription> describe(List<String> topics) {
        try {
            return calls.retrying(() -> admin.describeTopics(topics).allTopicNames());
        } catch (TopicAuthorizationException e) {
            throw new TopicAuthorizationException(Set.copyOf(topics));
        }
    }

    /**
     * Makes sure that a topic exists before something is sent to it: a broker may create it with settings of its own.
     *
     * @throws BrokerException where it does not
     * @throws AuthorizationException where it is hidden from us
     */
    public void require(Topic topic) {
        if (existing(List.of(topic.topicName())).isEmpty()) {
            requireVisible(topic);
            throw missing(topic);
        }
    }

    /** A list of topics leaves out what a user may not describe; asked for one by its name, a broker refuses. */
    private void requireVisible(Topic topic) {
        try {
            admin.describeTopics(List.of(topic.topicName())).allTopicNames().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                throw new TopicAuthorizationException(Set.of(topic.topicName()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static BrokerException missing(Topic topic) {
        return new BrokerException(
                "the cluster has no topic " + topic.topicName() + ": start newsfold run or newsfold enrich first");
    }

    /** Those of these topics that exist on the cluster. */
    public List<String> existing(List<String> topics) {
        List<String> existing = topicNames();
        return topics.stream().filter(existing::contains).toList();
    }

    /** All topics, internal ones included. */
    List<String> topicNames() {
        return List.copyOf(calls.get(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
    }

    /** Committed offsets of a consumer group. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        calls.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** Whether a process works in a consumer group. */
    public boolean hasMembers(String group) {
        try {
            var described = admin.describeConsumerGroups(List.of(group)).describedGroups();
            return !calls.get(Objects.requireNonNull(described.get(group)))
                    .members()
                    .isEmpty();
        } catch (BrokerException e) {
            return false; // a cluster does not know a group that never was
        }
    }

    /**
     * The number of shards with which the job has begun on this cluster, by the topics that it has made; 0 before it
     * has.
     */
    public int shards() {
        List<String> existing = topicNames();
        String shards = InternalTopics.repartition(InternalTopics.SHARDS);
        if (existing.contains(shards)) {
            return partitionsOf(List.of(shards)).size();
        }
        return existing.contains(InternalTopics.repartition(InternalTopics.PAIRS)) ? 1 : 0;
    }

    /**
     * Makes sure that a job with this number of shards fits the one that has begun on this cluster.
     *
     * @throws IllegalArgumentException where it does not
     */
    public void requireShards(int shards) {
        int begun = shards();
        if (begun != 0 && begun != shards) {
            throw new IllegalArgumentException("the job on this cluster has " + begun + " shards, not " + shards
                    + ": start with --shards " + begun
                    + ", or rebuild everything (docs/operations.md, Backup and restore)");
        }
    }

    AdminCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        calls.close();
    }
}
