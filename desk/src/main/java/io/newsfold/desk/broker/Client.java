package io.newsfold.desk.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/** How to reach a cluster: addresses and any property that a Kafka client takes. */
public final class Client {
    private Client() {}

    /**
     * The properties of a client.
     *
     * @param file with properties, TLS and SASL included; null for none
     * @throws IllegalArgumentException where the file cannot be read
     */
    public static Properties of(String bootstrapServers, @Nullable Path file) {
        Properties client = new Properties();
        if (file != null) {
            try (var in = Files.newBufferedReader(file)) {
                client.load(in);
            } catch (IOException e) {
                throw new IllegalArgumentException("--kafka-config " + file + " cannot be read", e);
            }
        }
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return client;
    }
}
