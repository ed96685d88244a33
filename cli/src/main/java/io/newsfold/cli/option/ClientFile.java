package io.newsfold.cli.option;

import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.BrokerException;
import io.newsfold.kafka.ClientSettings;
import io.newsfold.kafka.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The properties of Kafka clients that a file has. */
final class ClientFile {
    private ClientFile() {}

    /**
     * The properties for a connection.
     *
     * @param option that names the file
     * @param file null for none
     * @throws InputException where there is no such file
     */
    static Properties read(String option, String servers, @Nullable Path file) {
        if (file != null && !Files.isRegularFile(file)) {
            throw new InputException("there is no file " + file + " (" + option + ")");
        }
        return ClientSettings.of(servers, file);
    }

    /**
     * The same properties, where the broker answers.
     *
     * @throws BrokerException where it does not
     */
    static Properties answering(Properties client) {
        try (Cluster cluster = new Cluster(client)) {
            cluster.check();
        }
        return client;
    }
}
