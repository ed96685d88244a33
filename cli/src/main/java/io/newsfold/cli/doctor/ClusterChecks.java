package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import io.newsfold.contract.InternalTopics;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import io.newsfold.kafka.ClusterRepair;
import io.newsfold.kafka.HangingTransaction;
import io.newsfold.kafka.TopicCheck;
import io.newsfold.kafka.TopicFault;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.server.common.MetadataVersion;

/** Checks a cluster: broker, clock, topics, permissions, transactions and lag. */
final class ClusterChecks implements AutoCloseable {
    private static final Set<AclOperation> NEEDED =
            EnumSet.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
    private static final Duration MAX_SKEW = Duration.ofSeconds(2);
    /** A transaction takes ten seconds at most; one whose marker is just being written seems to hang for a moment. */
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(20);

    private final Properties client;
    private final Admin admin;
    private final String tools;

    ClusterChecks(Properties client) {
        this.client = client;
        admin = Admin.create(ClientSettings.admin(client));
        tools = " --bootstrap-server " + client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    private interface Check {
        List<Finding> findings() throws ExecutionException;
    }

    /** All findings; only the first where the broker does not answer. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(run("broker", this::broker));
        if (all.get(0).verdict() == Verdict.OK) {
            all.addAll(run("clock", this::clock));
            all.addAll(run("topics", this::topics));
            all.addAll(run("transactions", this::transactions));
            all.addAll(run("lag", this::lags));
        }
        return all;
    }

    private List<Finding> run(String name, Check check) {
        try {
            return check.findings();
        } catch (ExecutionException e) {
            return List.of(failed(name, e.getCause() == null ? e : e.getCause()));
        } catch (AuthorizationException | AuthenticationException e) {
            return List.of(failed(name, e));
        }
    }

    private Finding failed(String name, Throwable e) {
        if (e instanceof AuthorizationException || e instanceof AuthenticationException) {
            return Finding.failed(
                    name,
                    Verdict.NOT_AUTHORISED,
                    String.valueOf(e.getMessage()),
                    "kafka-acls.sh" + tools + " --list   # docs/operations.md lists the permissions");
        }
        return Finding.failed(
                name,
                Verdict.UNREACHABLE,
                "no Kafka broker answers at " + client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                        + (e instanceof TimeoutException ? "" : ": " + e.getMessage()),
                "newsfold run   # starts an embedded broker; or name one with --bootstrap-servers HOST:PORT");
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

    /**
     * Compares the controller's clock with ours. The leader of the quorum is always caught up with itself, so its
     * timestamp of that is the time on its clock.
     */
    private List<Finding> clock() throws ExecutionException {
        long asked = System.currentTimeMillis();
        QuorumInfo quorum;
        try {
            quorum = get(admin.describeMetadataQuorum().quorumInfo());
        } catch (ExecutionException e) {
            return List.of(Finding.ok("clock", "not measured: the broker does not report it (" + e.getCause() + ")"));
        }
        long answered = System.currentTimeMillis();
        OptionalLong theirs = quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                .findFirst()
                .orElse(OptionalLong.empty());
        if (theirs.isEmpty()) {
            return List.of(Finding.ok("clock", "not measured: the broker does not report it"));
        }
        long skew = theirs.getAsLong() - (asked + answered) / 2;
        String found = "the controller's clock is " + Math.abs(skew) + " ms " + (skew < 0 ? "behind" : "ahead of")
                + " ours, give or take " + ((answered - asked) / 2 + 1) + " ms";
        return List.of(
                Math.abs(skew) - (answered - asked) / 2 <= MAX_SKEW.toMillis()
                        ? Finding.ok("clock", found)
                        : Finding.warning("clock", found, "timedatectl set-ntp true"));
    }

    private List<Finding> topics() throws ExecutionException {
        Map<Topic, TopicDescription> existing = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        var asked = admin.describeTopics(
                        List.of(Topic.values()).stream().map(Topic::topicName).toList(),
                        new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (Topic topic : Topic.values()) {
            try {
                existing.put(topic, get(Objects.requireNonNull(asked.get(topic.topicName()))));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                findings.add(Finding.warning(
                        "topics",
                        topic.topicName() + " does not exist, or we may not describe it",
                        "newsfold enrich" + tools.replace("server", "servers") + "   # creates missing topics"));
            }
        }
        TopicDescription raw = existing.get(Topic.RAW);
        int keyed = raw == null ? 0 : raw.partitions().size();
        try (Cluster cluster = new Cluster(client)) {
            new TopicCheck(cluster).faults().forEach(fault -> findings.add(finding(fault)));
        }
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok("topics", existing.size() + " topics, the keyed ones of " + keyed + " partitions each"));
        }
        findings.addAll(access(existing));
        return findings;
    }

    /** A wrong setting that the operator may have wanted is a warning only. */
    private Finding finding(TopicFault fault) {
        String topic = fault.topic().topicName();
        if (!fault.isMendable()) {
            String fix = "newsfold copy --to HOST:PORT --partitions N   # see docs/operations.md, More partitions";
            return fault.isWarning()
                    ? Finding.warning("topics", fault.sentence(), "kafka-reassign-partitions.sh" + tools)
                    : Finding.failed("topics", Verdict.MISCONFIGURED, fault.sentence(), fix);
        }
        String fix = "kafka-configs.sh" + tools + " --alter --entity-type topics --entity-name " + topic
                + " --add-config " + fault.setting() + "=" + fault.wanted()
                + "   # or start newsfold enrich with --mend-topics";
        return fault.isWarning()
                ? Finding.warning("topics", fault.sentence(), fix)
                : Finding.failed("topics", Verdict.MISCONFIGURED, fault.sentence(), fix);
    }

    private List<Finding> access(Map<Topic, TopicDescription> existing) throws ExecutionException {
        List<Finding> findings = new ArrayList<>();
        existing.forEach((topic, about) -> {
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
                            + "; the broker does not report permissions on transactional ids and on missing topics"));
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
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
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
            boolean isRunning = hasMembers(InternalTopics.APPLICATION_ID);
            findings.add(
                    isRunning
                            ? Finding.ok("lag", "the job is " + behind(cluster, InternalTopics.APPLICATION_ID))
                            : Finding.warning(
                                    "lag",
                                    "no job is running; it is " + behind(cluster, InternalTopics.APPLICATION_ID),
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

    /** The lag of a group as the end of a sentence; transaction markers count as records. */
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
        if (committed.isEmpty()) {
            return "at the beginning";
        }
        return lags.isEmpty()
                ? "at the end of all topics"
                : "behind by at most "
                        + lags.entrySet().stream()
                                .map(lag -> lag.getValue() + " offsets of " + lag.getKey())
                                .collect(Collectors.joining(", "));
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
