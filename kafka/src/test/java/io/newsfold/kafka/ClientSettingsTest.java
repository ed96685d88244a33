package io.newsfold.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ClientSettingsTest() {}

    @Test
    void secretsAreMasked() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), """
                security.protocol = SASL_SSL
                sasl.mechanism = PLAIN
                sasl.jaas.config = x.Login required username="desk" password="hush";
                ssl.keystore.password = hush
                ssl.keystore.key = hush
                sasl.oauthbearer.client.credentials.client.secret = hush
                """);

        Map<String, String> masked = ClientSettings.masked(ClientSettings.of("127.0.0.1:9092", file));

        assertThat(masked)
                .containsEntry("bootstrap.servers", "127.0.0.1:9092")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("sasl.jaas.config", "***");
        assertThat(masked.toString()).doesNotContain("hush");
    }

    @Test
    void aConsumerReadsCommittedRecordsWhateverTheConnectionAsksFor() {
        Properties client =
                properties(Map.of("bootstrap.servers", "127.0.0.1:1", "isolation.level", "read_uncommitted"));

        assertThat(ClientSettings.consumer(client))
                .isEqualTo(properties(Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:1",
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.partition.fetch.bytes",
                        Limits.RECORD_BYTES)));
        assertThat(client).hasSize(2);
    }

    @Test
    void aProducerWaitsForAllReplicas() {
        Properties client = properties(Map.of("acks", "1", "linger.ms", "5"));

        assertThat(ClientSettings.producer(client))
                .isEqualTo(properties(Map.of(
                        "acks", "all", "compression.type", "gzip", "compression.gzip.level", 1, "linger.ms", "5")));
    }

    @Test
    void anAdminClientKeepsTheTimeoutsOfTheConnection() {
        Properties client = properties(Map.of("request.timeout.ms", "7000"));

        assertThat(ClientSettings.admin(client))
                .isEqualTo(properties(Map.of("request.timeout.ms", "7000", "default.api.timeout.ms", 10_000)));
    }

    private static Properties properties(Map<String, Object> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
