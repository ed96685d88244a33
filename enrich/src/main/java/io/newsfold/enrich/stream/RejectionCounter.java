package io.newsfold.enrich.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.newsfold.contract.Json;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rejections that a producer of the job sends, by stage and reason: those of the topology and of its
 * handlers. A rejection in a repeated transaction counts twice; the exact number is that of the topic.
 */
public final class RejectionCounter implements ProducerInterceptor<byte[], byte[]> {
    /** Setting of the producer that holds the {@link MeterRegistry}. */
    static final String METERS = "newsfold.meters";

    private MeterRegistry meters;

    @SuppressWarnings("NullAway.Init")
    public RejectionCounter() {}

    @Override
    public void configure(Map<String, ?> settings) {
        meters = (MeterRegistry) Objects.requireNonNull(settings.get(METERS), METERS);
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> entry) {
        if (entry.topic().equals(Topic.REJECTED.topicName())) {
            Rejection rejection = Json.read(entry.value(), Rejection.class);
            meters.counter(
                            "newsfold.rejected",
                            "stage",
                            rejection.stage(),
                            "reason",
                            rejection.reason().name().toLowerCase(Locale.ROOT))
                    .increment();
        }
        return entry;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception e) {}

    @Override
    public void close() {}
}
