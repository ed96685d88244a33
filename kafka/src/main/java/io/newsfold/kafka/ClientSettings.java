package io.newsfold.kafka;

import io.newsfold.contract.Compression;
import io.newsfold.contract.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of Kafka clients. The properties of a connection (addresses, TLS, SASL, and any that people set) come from
 * {@link #of}; {@link #consumer}, {@link #producer} and {@link #admin} each copy them and add what our clients need.
 */
public final class ClientSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSettings.class);
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|jaas|token|key|credential).*");
    private static final int API_TIMEOUT_MILLIS = 10_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private ClientSettings() {}

    /**
     * The properties of a connection.
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

    /**
     * Settings of a consumer that reads committed records from the beginning, up to our largest, and commits no offsets
     * by itself. Reading creates no topic. They have no group and no deserializers.
     */
    public static Properties consumer(Properties client) {
        Properties settings = copy(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
        return settings;
    }

    /**
     * Settings of a producer whose records every client reads and all replicas acknowledge. They have no serializers.
     */
    public static Properties producer(Properties client) {
        Properties settings = copy(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        Compression.PRODUCER_SETTINGS.forEach(settings::putIfAbsent);
        return settings;
    }

    /** Settings of an admin client that gives up after ten seconds, unless people set another time. */
    public static Properties admin(Properties client) {
        Properties settings = copy(client);
        settings.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        settings.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return settings;
    }

    private static Properties copy(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        return settings;
    }

    /** The properties with {@code ***} for whatever may be a secret, or name one. */
    static SortedMap<String, String> masked(Properties client) {
        SortedMap<String, String> masked = new TreeMap<>();
        client.stringPropertyNames()
                .forEach(name -> masked.put(name, SECRET.matcher(name).matches() ? "***" : client.getProperty(name)));
        return masked;
    }
}
