package io.newsfold.enrich.stream;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles failures of the topology: a raw record on which a stage fails is rejected; a failure after that is a fault in
 * the state and stops the job.
 */
public final class RejectingHandler implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RejectingHandler.class);

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> entry, Exception e) {
        if (!context.topic().equals(Topic.RAW.topicName()) || context.sourceRawKey() == null) {
            LOG.error(
                    "{} failed on {}-{}@{}",
                    context.processorNodeId(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    e);
            return Response.fail();
        }
        LOG.warn(
                "{} failed on {}-{}@{}: rejected",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                e);
        RawArticle raw = new RawArticle(
                new String(context.sourceRawKey(), StandardCharsets.UTF_8),
                context.sourceRawValue(),
                About.from(context.headers(), context.timestamp()),
                new Coordinates(context.topic(), context.partition(), context.offset()));
        Rejection rejection =
                Rejection.of(raw, context.processorNodeId(), Rejection.Reason.STAGE_FAILED, String.valueOf(e));
        return Response.resume(List.of(
                new ProducerRecord<>(Topic.REJECTED.topicName(), context.sourceRawKey(), Json.bytes(rejection))));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
