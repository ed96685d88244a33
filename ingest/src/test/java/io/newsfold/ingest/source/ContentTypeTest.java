package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
    @ParameterizedTest
    @CsvSource({
        "page.html, text/html",
        "page.htm, text/html",
        "page.xhtml, text/html",
        "notes.md, text/markdown",
        "article.json, application/json",
        "articles.jsonl, application/json",
        "article.txt, text/plain",
        "article, text/plain"
    })
    void theNameOfATextDecides(String name, String type) {
        assertThat(ContentType.of(name, bytes("High water"))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "'\u0089PNG\r\n', image/png",
        "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
        "GIF89a, image/gif",
        "'PK\u0003\u0004', application/zip",
        "'\u001f\u008b\b', application/gzip",
        "'(\u00b5/\u00fd', application/zstd",
        "'\u007fELF', application/x-executable",
        "RIFF, application/octet-stream"
    })
    void theBytesOfABinaryFileDecideWhateverItsName(String start, String type) {
        byte[] body = bytes(start);

        assertThat(ContentType.of("page.html", body)).isEqualTo(type);
        assertThat(ContentType.of(body)).isEqualTo(type);
        assertThat(ContentType.doubt(body)).isEqualTo("is " + type + ", not an article");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"High water\"} | application/json",
                "'\n {\"text\": 1}' | application/json",
                "[ {\"text\": 1}] | application/json",
                "[sic] High water | text/plain",
                "<!DOCTYPE html><p>High water | text/html",
                "'\n<HTML lang=en>' | text/html",
                "<p>High water | text/plain",
                "High water | text/plain"
            })
    void withoutANameTheBytesDecide(String text, String type) {
        assertThat(ContentType.of(bytes(text))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void aBlankBodyIsEmpty(String text) {
        assertThat(ContentType.doubt(bytes(text))).isEqualTo("is empty");
    }

    @Test
    void aTextMayBeAnArticle() {
        assertThat(ContentType.doubt(bytes("High water"))).isNull();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }
}
