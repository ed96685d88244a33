package io.newsfold.kafka;

import io.newsfold.contract.Topic;

/**
 * A setting of a topic that is not as the pipeline needs it.
 *
 * @param setting name of a topic's configuration, {@link #PARTITIONS} or {@link #REPLICATION}
 * @param found the value on the cluster
 * @param wanted the value that the pipeline needs
 */
public record TopicFault(Topic topic, String setting, String found, String wanted) {
    public static final String PARTITIONS = "number of partitions";
    public static final String REPLICATION = "number of replicas";
    static final String RETENTION = "retention.ms";

    /** Whether the operator may have wanted it: how long records are kept, and on how many brokers. */
    public boolean isWarning() {
        return setting.equals(RETENTION) || setting.equals(REPLICATION);
    }

    /** Whether a change of the topic's configuration mends it. */
    public boolean isMendable() {
        return !setting.equals(PARTITIONS) && !setting.equals(REPLICATION);
    }

    /** The fault as a sentence without its full stop. */
    public String sentence() {
        if (setting.equals(PARTITIONS)) {
            return topic.topicName() + " has " + found + " partitions, not " + wanted;
        }
        return topic.topicName() + ": " + setting + " is " + found + ", not " + wanted;
    }
}
