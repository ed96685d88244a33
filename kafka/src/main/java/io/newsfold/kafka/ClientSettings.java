package io.newsfold.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How to reach a cluster: addresses and any property that a Kafka client takes. */
public final class ClientSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSettings.class);
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|jaas|token|key|credential).*");

    private ClientSettings() {}

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
        LOG.info("Kafka clients use {}", masked(client));
        return client;
    }

    /** The properties with what may be a secret, or name one, as {@code ***}. */
    static SortedMap<String, String> masked(Properties client) {
        SortedMap<String, String> masked = new TreeMap<>();
        client.stringPropertyNames()
                .forEach(name -> masked.put(name, SECRET.matcher(name).matches() ? "***" : client.getProperty(name)));
        return masked;
    }
}
