package io.newsfold.kafka;

import io.newsfold.contract.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the topics on a cluster with what the pipeline needs. A broker that creates topics by itself gives them its
 * own settings, under which records are deleted or refused.
 */
public final class TopicCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
    private static final int ENOUGH_REPLICAS = 2;

    private final Cluster cluster;
    private final AdminCalls calls;
    private final Admin admin;

    public TopicCheck(Cluster cluster) {
        this.cluster = cluster;
        this.calls = cluster.calls();
        this.admin = calls.admin();
    }

    /**
     * Creates the topics that are missing, and makes sure that the others are as the pipeline needs them.
     *
     * @param partitions of the keyed topics, where there are none yet
     * @param mend whether to change settings that are wrong
     * @throws IllegalArgumentException where settings are wrong
     */
    public void prepare(int partitions, boolean mend) {
        cluster.createTopics(partitions);
        try {
            if (mend) {
                mend(faults());
            }
            refuse(faults());
        } catch (AuthorizationException e) {
            LOG.warn("the settings of the topics are not checked: {}", e.getMessage());
        }
    }

    private static void refuse(List<TopicFault> faults) {
        faults.stream().filter(TopicFault::isWarning).forEach(fault -> LOG.warn("{}", fault.sentence()));
        List<TopicFault> wrong =
                faults.stream().filter(fault -> !fault.isWarning()).toList();
        if (!wrong.isEmpty()) {
            String all = wrong.stream().map(TopicFault::sentence).collect(Collectors.joining("; "));
            boolean mendable = wrong.stream().allMatch(TopicFault::isMendable);
            throw new IllegalArgumentException("topics are not as the pipeline needs them: " + all
                    + (mendable
                            ? " (--mend-topics changes these settings)"
                            : " (copy the topics to new ones: docs/operations.md, More partitions)"));
        }
    }

    /** The faults of the topics that exist, by topic. */
    public List<TopicFault> faults() {
        Map<Topic, TopicDescription> existing = descriptions();
        List<TopicFault> faults = new ArrayList<>();
        TopicDescription raw = existing.get(Topic.RAW);
        int keyed = raw == null ? 0 : raw.partitions().size();
        int brokers = calls.get(admin.describeCluster().nodes()).size();
        existing.forEach((topic, description) -> {
            int partitions = description.partitions().size();
            if (keyed > 0 && partitions != topic.partitions(keyed)) {
                faults.add(new TopicFault(
                        topic,
                        TopicFault.PARTITIONS,
                        Integer.toString(partitions),
                        Integer.toString(topic.partitions(keyed))));
            }
            int replicas = description.partitions().get(0).replicas().size();
            if (brokers > ENOUGH_REPLICAS && replicas < ENOUGH_REPLICAS) {
                faults.add(new TopicFault(topic, TopicFault.REPLICATION, Integer.toString(replicas), "2 or more"));
            }
        });
        faults.addAll(wrongSettings(existing.keySet()));
        return faults;
    }

    private Map<Topic, TopicDescription> descriptions() {
        Map<String, Topic> names = new HashMap<>();
        List.of(Topic.values()).forEach(topic -> names.put(topic.topicName(), topic));
        Map<Topic, TopicDescription> existing = new TreeMap<>();
        calls.get(admin.describeTopics(cluster.existing(List.copyOf(names.keySet())))
                        .allTopicNames())
                .forEach((name, description) -> existing.put(names.getOrDefault(name, Topic.RAW), description));
        return existing;
    }

    private List<TopicFault> wrongSettings(Collection<Topic> existing) {
        List<TopicFault> faults = new ArrayList<>();
        Map<ConfigResource, Config> configs = calls.get(admin.describeConfigs(
                        existing.stream().map(TopicCheck::resource).toList())
                .all());
        for (Topic topic : existing) {
            Config config = configs.get(resource(topic));
            topic.settings().forEach((name, wanted) -> {
                ConfigEntry entry = config == null ? null : config.get(name);
                String value = entry == null ? "unknown" : String.valueOf(entry.value());
                if (!isEnough(name, value, wanted)) {
                    faults.add(new TopicFault(topic, name, value, wanted));
                }
            });
        }
        return faults;
    }

    /** A larger limit than ours is fine; every other setting is what we create topics with. */
    private static boolean isEnough(String name, String value, String wanted) {
        return name.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG) && value.matches("\\d{1,18}")
                ? Long.parseLong(value) >= Long.parseLong(wanted)
                : value.equals(wanted);
    }

    private void mend(List<TopicFault> faults) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (TopicFault fault : faults) {
            if (fault.isMendable()) {
                LOG.info("{}: changed", fault.sentence());
                changes.computeIfAbsent(resource(fault.topic()), resource -> new ArrayList<>())
                        .add(new AlterConfigOp(
                                new ConfigEntry(fault.setting(), fault.wanted()), AlterConfigOp.OpType.SET));
            }
        }
        if (!changes.isEmpty()) {
            calls.get(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }
}
