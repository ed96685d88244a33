package io.newsfold.kafka;

import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that is open on a partition although its producer has a later epoch (KIP-664).
 *
 * @param partition it holds back the readers of committed records here
 * @param firstOffset offset of its first record
 * @param coordinatorEpoch epoch of the transaction coordinator that began it; 0 where the broker does not give one
 */
public record HangingTransaction(
        TopicPartition partition, long producerId, int producerEpoch, long firstOffset, int coordinatorEpoch) {}
