package io.newsfold.enrich.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The broker's time of a record, never later than now. No decision rests on it: it is only the timestamp of our output,
 * and one record from 2099 must not make everything after it look late.
 */
public final class ArrivalTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> entry, long partitionTime) {
        return Math.max(0, Math.min(entry.timestamp(), System.currentTimeMillis()));
    }
}
