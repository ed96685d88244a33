package io.newsfold.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
}
