package io.newsfold.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopologyDescriptionTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

    @Test
    void theTopologyIsThatOfTheGoldenFile() throws IOException {
        EnrichConfig config = new EnrichConfig(
                new Properties(), Path.of("unused"), 2, 1, 1, 100, new Tagger(), TopicRules.shipped(), true);

        String description = EnrichTopology.build(config).describe().toString();

        if (System.getProperty("golden") != null) {
            Files.writeString(GOLDEN, description);
        }
        assertThat(GOLDEN).as("./newsfold golden rewrites it").content().isEqualTo(description);
    }
}
