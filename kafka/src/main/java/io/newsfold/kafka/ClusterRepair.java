package io.newsfold.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** Repairs what a killed process leaves in a cluster: stale group members and hanging transactions. */
public final class ClusterRepair {
    private final Cluster cluster;
    private final AdminCalls calls;
    private final Admin admin;

    /** @param cluster stays open, and the caller's */
    public ClusterRepair(Cluster cluster) {
        this.cluster = cluster;
        calls = cluster.calls();
        admin = calls.admin();
    }

    /** Removes all members from a consumer group, so that its next member need not wait for a killed one. */
    public void removeMembers(String group) {
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            // a group without members has none to remove: that is the wanted state
            boolean hasNoMembers = hasCause(e, GroupIdNotFoundException.class)
                    || hasCause(e, UnknownMemberIdException.class)
                    || hasCause(e, IllegalArgumentException.class);
            if (!hasNoMembers) {
                throw calls.translated(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The transactions that look hanging at this moment. Every transaction does while its marker is being written: only
     * one that is found again some seconds later hangs, and nobody else will ever end it.
     */
    public Set<HangingTransaction> hangingTransactions() {
        Map<Long, Integer> epochs = currentEpochs();
        Set<HangingTransaction> hanging = new HashSet<>();
        calls.get(admin.describeProducers(cluster.partitionsWithOpenTransactions(cluster.topicNames()))
                        .all())
                .forEach((partition, state) -> state.activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .filter(producer -> producer.producerEpoch() < epochs.getOrDefault(producer.producerId(), -1))
                        .forEach(producer -> hanging.add(transaction(partition, producer))));
        return hanging;
    }

    private static HangingTransaction transaction(TopicPartition partition, ProducerState producer) {
        return new HangingTransaction(
                partition,
                producer.producerId(),
                producer.producerEpoch(),
                producer.currentTransactionStartOffset().getAsLong(),
                producer.coordinatorEpoch().orElse(0));
    }

    /** Current epoch of each transactional producer, by producer id. */
    private Map<Long, Integer> currentEpochs() {
        List<String> ids = calls.get(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .toList();
        Map<Long, Integer> epochs = new HashMap<>();
        calls.get(admin.describeTransactions(ids).all())
                .values()
                .forEach(transaction -> epochs.merge(transaction.producerId(), transaction.producerEpoch(), Math::max));
        return epochs;
    }

    /** Aborts a transaction: while it hangs, nobody can read the records behind it. */
    public void abort(HangingTransaction transaction) {
        calls.get(admin.abortTransaction(new AbortTransactionSpec(
                        transaction.partition(),
                        transaction.producerId(),
                        (short) transaction.producerEpoch(),
                        transaction.coordinatorEpoch()))
                .all());
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
