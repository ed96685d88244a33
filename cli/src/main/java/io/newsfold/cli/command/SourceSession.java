package io.newsfold.cli.command;

import io.newsfold.cli.pipeline.GracefulShutdown;
import io.newsfold.contract.SourceState;
import io.newsfold.contract.Topic;
import io.newsfold.ingest.publish.SourceProducer;
import io.newsfold.kafka.TopicReader;
import java.util.Map;
import java.util.Properties;

/**
 * The producer of a command that reads live sources, and the states of these sources.
 *
 * @param shutdown open until the process gets a signal
 * @param producer fences any other producer of the same name
 * @param states the latest state of each source, by its id
 */
record SourceSession(GracefulShutdown shutdown, SourceProducer producer, Map<String, SourceState> states)
        implements AutoCloseable {
    SourceSession {
        states = Map.copyOf(states);
    }

    /**
     * Starts the producer.
     *
     * @param name of the producer; a second one of this name fences the first
     */
    static SourceSession open(Properties client, String name) {
        SourceProducer producer = new SourceProducer(client, name);
        try {
            // read after the producer has started: from then on no other process of this name writes
            Map<String, SourceState> states = TopicReader.table(client, Topic.SOURCES, SourceState.class);
            return new SourceSession(GracefulShutdown.onSignal(), producer, states);
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    boolean isOpen() {
        return shutdown.isOpen();
    }

    @Override
    public void close() {
        producer.close();
        shutdown.close();
    }
}
