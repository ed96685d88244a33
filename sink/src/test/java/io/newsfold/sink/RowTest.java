package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {
    private static final String ARTICLE =
            "{\"id\":\"a\",\"score\":1.0E-4,\"datePublished\":\"2026-01-05T23:30:00-02:00\"}";

    static Stream<Arguments> recordsAndDates() {
        return Stream.of(
                Arguments.of(ARTICLE, "2026-01-06"),
                Arguments.of("{\"versions\":[{\"firstFetched\":\"2026-01-07T00:00:00Z\"},{}]}", RecordDate.NONE),
                Arguments.of(story("{\"time\":\"2026-01-08T00:00:00Z\"}"), "2026-01-08"),
                Arguments.of(story("{\"time\":\"2026-01-08T00:00:00Z\",\"undated\":true}"), RecordDate.NONE),
                Arguments.of(
                        story("{\"time\":\"2026-01-08T00:00:00Z\",\"undated\":true},"
                                + "{\"time\":\"2026-01-09T00:00:00Z\"}"),
                        "2026-01-09"));
    }

    @ParameterizedTest
    @MethodSource("recordsAndDates")
    void theDateIsThatOfAPublicationInUtcAndNoneWhereNothingIsDated(String json, String date) {
        assertThat(row(json).date()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                " {\"first\":\"2026-01-08T00:00:00Z\"}",
                "{\"first\":\"yesterday\"}",
                "{\"first\":\"2026-01-08T00:00:00Z\"",
                "{\"first\":\"2026-01-08T00:00:00Z\"} {}",
                "{\"first\":\"2026-01-08T00:00:00Z\",\"a\":{\"b\":1,\"b\":2}}",
                "{\"first\":\"2026-01-08T00:00:00Z\",\"a\":nothing}",
                "{\"versions\":[]}",
                "{\"versions\":[{}]}"
            })
    void whatIsNotOneRecordWithATimeIsNotOneOfOurs(String json) {
        assertThatThrownBy(() -> row(json))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("record a at " + SampleRows.at(3) + " is not one of ours");
    }

    @Test
    void aLineOfLatestIsTheRecordItself() {
        assertThat(row(ARTICLE).line(SampleRows.ARTICLES)).asString(UTF_8).isEqualTo(ARTICLE);
    }

    @Test
    void aLineOfTheHistoryBeginsWithThePositionAndKeepsTheBytesOfTheRecord() {
        assertThat(row(ARTICLE).line(SampleRows.CHANGES))
                .asString(UTF_8)
                .isEqualTo("{\"partition\":0,\"offset\":3,\"withdrawn\":false," + ARTICLE.substring(1));
    }

    @Test
    void anObjectOfTheHistoryHasTheFieldsOfItsLine() throws IOException {
        Row row = row(ARTICLE);
        Row tombstone = SampleRows.tombstone("a", 4);

        assertThat(fields(row.object(SampleRows.CHANGES))).isEqualTo(fields(row.line(SampleRows.CHANGES)));
        assertThat(fields(tombstone.object(SampleRows.CHANGES))).isEqualTo(fields(tombstone.line(SampleRows.CHANGES)));
    }

    private static String story(String articles) {
        return "{\"first\":\"2026-01-08T00:00:00Z\",\"articles\":[" + articles + "]}";
    }

    private static Row row(String json) {
        return Row.of("a", json.getBytes(UTF_8), SampleRows.at(3));
    }

    private static Map<?, ?> fields(ObjectNode object) {
        return fields(Json.bytes(object));
    }

    private static Map<?, ?> fields(byte[] json) {
        return Json.read(json, Map.class);
    }
}
