package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.text.article.FieldMapping;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of requests and of standard input: as many articles as they hold. */
class PostedArticlesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final String ONE = "{\"title\":\"Lock closed\",\"link\":\"https://a.example/1\"}";
    private static final String TWO = "{\"title\":\"Lock open\",\"link\":\"https://a.example/2\"}";

    PostedArticlesTest() {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "application/json ! [1,2]",
                "application/json; charset=utf-8 ! {\"articles\":[1,2]}",
                "application/json ! 1~2",
                "application/x-ndjson ! 1~2~",
                "text/csv ! title,link~Lock closed,https://a.example/1~Lock open,https://a.example/2",
            })
    void eachArticleIsADelivery(String type, String form) {
        byte[] body = filled(form);

        List<Delivery> deliveries = PostedArticles.read(body, type, null, NOW, "http");

        assertThat(deliveries).extracting(Delivery::key).containsExactly("https://a.example/1", "https://a.example/2");
        assertThat(PostedArticles.isSupported(type)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"[1,2]", "{\"articles\":[1,2]}", "1~2", "'\uFEFF [1,2]'"})
    void withoutATypeTheBytesDecide(String form) {
        List<Delivery> deliveries = PostedArticles.untyped(filled(form), NOW, "stdin", FieldMapping.NONE);

        assertThat(deliveries).extracting(Delivery::key).containsExactly("https://a.example/1", "https://a.example/2");
    }

    private static byte[] filled(String form) {
        boolean table = form.startsWith("title");
        String lines = form.replace('~', '\n');
        return (table ? lines : lines.replace("1", "\u0001").replace("2", TWO).replace("\u0001", ONE)).getBytes(UTF_8);
    }
}
