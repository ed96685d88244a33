package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ClusterRepair;
import io.newsfold.kafka.HangingTransaction;
import io.newsfold.sink.FileSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.server.common.MetadataVersion;

/** Looks at a cluster: the broker, its clock, our topics and what we may do with them, transactions, lag. */
final class ClusterChecks implements AutoCloseable {
    private static final Set<AclOperation> NEEDED =
            EnumSet.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
    private static final Duration MOST_SKEW = Duration.ofSeconds(2);
    /** A transaction is over within ten seconds; one whose end is just being written looks hanging for a moment. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Properties client;
    private final Admin admin;
    private final String tools;

    ClusterChecks(Properties client) {
        this.client = client;
        admin = Admin.create(ClientSettings.admin(client));
        tools = " --bootstrap-server " + client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    private interface Look {
        List<Finding> findings() throws ExecutionException;
    }

    /** Of a broker that does not answer nothing else is asked. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(look("broker", this::broker));
        if (all.get(0).verdict() == Verdict.OK) {
            all.addAll(look("clock", this::clock));
            all.addAll(look("topics", this::topics));
            all.addAll(look("transactions", this::transactions));
            all.addAll(look("lag", this::lags));
        }
        return all;
    }

    private List<Finding> look(String check, Look look) {
        try {
            return look.findings();
        } catch (ExecutionException e) {
            return List.of(failed(check, e.getCause() == null ? e : e.getCause()));
        } catch (AuthorizationException | AuthenticationException e) {
            return List.of(failed(check, e));
        }
    }

    private Finding failed(String check, Throwable e) {
        if (e instanceof AuthorizationException || e instanceof AuthenticationException) {
            return Finding.failed(
                    check,
                    Verdict.NOT_AUTHORISED,
                    String.valueOf(e.getMessage()),
                    "kafka-acls.sh" + tools + " --list   # docs/operations.md has what is needed");
        }
        return Finding.failed(
                check,
                Verdict.UNREACHABLE,
                "no Kafka broker answers at " + client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + ": "
                        + e.getMessage(),
                "newsfold run   # has a broker inside; or name one with --bootstrap-servers HOST:PORT");
    }

    private List<Finding> broker() throws ExecutionException {
        DescribeClusterResult cluster = admin.describeCluster();
        int nodes = get(cluster.nodes()).size();
        FinalizedVersionRange version = get(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(MetadataVersion.FEATURE_NAME);
        return List.of(Finding.ok(
                "broker",
                "cluster " + get(cluster.clusterId()) + " of " + nodes + (nodes == 1 ? " broker" : " brokers")
                        + ", metadata of version "
                        + (version == null ? "unknown" : MetadataVersion.fromFeatureLevel(version.maxVersionLevel()))));
    }

    /** The leader of the quorum is always caught up with itself: what it says of that is the time on its clock as it answers. */
    private List<Finding> clock() throws ExecutionException {
        long asked = System.currentTimeMillis();
        QuorumInfo quorum;
        try {
            quorum = get(admin.describeMetadataQuorum().quorumInfo());
        } catch (ExecutionException e) {
            return List.of(Finding.ok("clock", "not measured: the broker does not say (" + e.getCause() + ")"));
        }
        long answered = System.currentTimeMillis();
        OptionalLong theirs = quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                .findFirst()
                .orElse(OptionalLong.empty());
        if (theirs.isEmpty()) {
            return List.of(Finding.ok("clock", "not measured: the broker does not say"));
        }
        long skew = theirs.getAsLong() - (asked + answered) / 2;
        String found = "the controller's clock is " + Math.abs(skew) + " ms " + (skew < 0 ? "behind" : "ahead of")
                + " ours, give or take " + ((answered - asked) / 2 + 1) + " ms";
        return List.of(
                Math.abs(skew) - (answered - asked) / 2 <= MOST_SKEW.toMillis()
                        ? Finding.ok("clock", found)
                        : Finding.warning("clock", found, "timedatectl set-ntp true"));
    }

    private List<Finding> topics() throws ExecutionException {
        Map<Topic, TopicDescription> there = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        var asked = admin.describeTopics(
                        List.of(Topic.values()).stream().map(Topic::topicName).toList(),
                        new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (Topic topic : Topic.values()) {
            try {
                there.put(topic, get(Objects.requireNonNull(asked.get(topic.topicName()))));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                findings.add(Finding.warning(
                        "topics",
                        topic.topicName() + " is not there, or may not be seen",
                        "newsfold enrich" + tools.replace("server", "servers") + "   # makes what is missing"));
            }
        }
        TopicDescription raw = there.get(Topic.RAW);
        int keyed = raw == null ? 0 : raw.partitions().size();
        there.forEach((topic, about) -> findings.addAll(partitions(topic, about, keyed)));
        findings.addAll(settings(there.keySet()));
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok("topics", there.size() + " topics, the keyed ones of " + keyed + " partitions each"));
        }
        findings.addAll(access(there));
        return findings;
    }

    private List<Finding> partitions(Topic topic, TopicDescription about, int keyed) {
        int found = about.partitions().size();
        if (keyed == 0 || found == topic.partitions(keyed)) {
            return List.of();
        }
        return List.of(Finding.failed(
                "topics",
                Verdict.MISCONFIGURED,
                topic.topicName() + " has " + found + " partitions, not " + topic.partitions(keyed)
                        + ": keys of one article would come to different tasks",
                "kafka-topics.sh" + tools + " --delete --topic " + topic.topicName()
                        + "   # with all but articles.raw; docs/operations.md, More partitions"));
    }

    private List<Finding> settings(Set<Topic> there) throws ExecutionException {
        List<Finding> findings = new ArrayList<>();
        Map<ConfigResource, Topic> resources = there.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), topic -> topic));
        Map<ConfigResource, Config> found =
                get(admin.describeConfigs(resources.keySet()).all());
        for (Topic topic : there) {
            Config config = found.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()));
            topic.settings().forEach((name, wanted) -> {
                String value = config == null || config.get(name) == null
                        ? null
                        : config.get(name).value();
                boolean enough = name.equals("max.message.bytes")
                        ? value != null && Long.parseLong(value) >= Limits.RECORD_BYTES
                        : wanted.equals(value);
                if (!enough) {
                    findings.add(finding(topic, name, String.valueOf(value), wanted));
                }
            });
        }
        return findings;
    }

    /** Retention is the operator's to set: docs/operations.md says what it costs. */
    private Finding finding(Topic topic, String name, String value, String wanted) {
        String message = topic.topicName() + ": " + name + " is " + value + ", not " + wanted;
        String fix = "kafka-configs.sh" + tools + " --alter --entity-type topics --entity-name " + topic.topicName()
                + " --add-config " + name + "=" + wanted;
        return name.equals("retention.ms")
                ? Finding.warning("topics", message, fix)
                : Finding.failed("topics", Verdict.MISCONFIGURED, message, fix);
    }

    private List<Finding> access(Map<Topic, TopicDescription> there) throws ExecutionException {
        List<Finding> findings = new ArrayList<>();
        there.forEach((topic, about) -> {
            Set<AclOperation> missing = EnumSet.copyOf(NEEDED);
            missing.removeAll(about.authorizedOperations());
            if (!missing.isEmpty()) {
                findings.add(Finding.failed(
                        "access",
                        Verdict.NOT_AUTHORISED,
                        topic.topicName() + ": " + missing + " not allowed to us",
                        "kafka-acls.sh" + tools + " --add --allow-principal User:NAME --topic " + topic.topicName()
                                + missing.stream()
                                        .map(operation -> " --operation " + operation)
                                        .collect(Collectors.joining())));
            }
        });
        Set<AclOperation> onCluster =
                get(admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                        .authorizedOperations());
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    "access",
                    "we may read and write all topics"
                            + (onCluster.contains(AclOperation.CREATE) ? " and create them" : ", not create any")
                            + "; of transactional ids and of topics that are not there the broker does not say"));
        }
        return findings;
    }

    private List<Finding> transactions() {
        try (Cluster cluster = new Cluster(client)) {
            ClusterRepair repair = new ClusterRepair(cluster);
            Set<HangingTransaction> first = repair.hangingTransactions();
            if (first.isEmpty()) {
                return List.of(Finding.ok("transactions", "none hangs"));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            first.retainAll(repair.hangingTransactions());
            return first.isEmpty()
                    ? List.of(Finding.ok("transactions", "none hangs"))
                    : first.stream().map(this::hanging).toList();
        }
    }

    private Finding hanging(HangingTransaction transaction) {
        TopicPartition at = transaction.partition();
        return Finding.warning(
                "transactions",
                "one hangs on " + at + " from offset " + transaction.firstOffset() + ": nothing behind it can be read",
                "kafka-transactions.sh" + tools + " abort --topic " + at.topic() + " --partition " + at.partition()
                        + " --start-offset " + transaction.firstOffset());
    }

    private List<Finding> lags() throws ExecutionException {
        try (Cluster cluster = new Cluster(client)) {
            List<Finding> findings = new ArrayList<>();
            boolean atWork = hasMembers(InternalTopics.APPLICATION_ID);
            findings.add(
                    atWork
                            ? Finding.ok("lag", "the job is " + behind(cluster, InternalTopics.APPLICATION_ID))
                            : Finding.warning(
                                    "lag",
                                    "no job is at work; it is " + behind(cluster, InternalTopics.APPLICATION_ID),
                                    "newsfold enrich" + tools.replace("server", "servers")));
            findings.add(Finding.ok("lag", "the history of the files is " + behind(cluster, FileSink.GROUP)));
            return findings;
        }
    }

    private boolean hasMembers(String group) throws ExecutionException {
        try {
            return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .anyMatch(about -> !about.members().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /** A sentence; ends of transactions count as records. */
    private static String behind(Cluster cluster, String group) {
        Map<TopicPartition, Long> committed = cluster.committed(group);
        Map<TopicPartition, Long> ends = new HashMap<>(cluster.ends(committed.keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .toList()));
        Map<String, Long> lags = new TreeMap<>();
        committed.forEach((partition, offset) -> {
            long lag = ends.getOrDefault(partition, offset) - offset;
            if (lag > 0) {
                lags.merge(partition.topic(), lag, Long::sum);
            }
        });
        return committed.isEmpty()
                ? "at the beginning"
                : lags.isEmpty() ? "at the end of all topics" : "behind by at most " + lags + " offsets";
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
