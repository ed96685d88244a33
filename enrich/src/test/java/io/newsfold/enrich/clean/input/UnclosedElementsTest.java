package io.newsfold.enrich.clean.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnclosedElementsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <title>Pier<body><p>Text        | <title>Pier</title><body><p>Text
            <TITLE>Pier</head><p>Text       | <TITLE>Pier</title></head><p>Text
            <title>Pier<h1>Ferry</h1>       | <title>Pier</title><h1>Ferry</h1>
            <title>Pier<b>Text</b>          | <title>Pier</title><b>Text</b>
            <p><textarea><p>Text            | <p><textarea></textarea><p>Text
            <iframe src=a><p>Text           | <iframe src=a></iframe><p>Text
            <!-- note><p>Text               | <!-- note--><p>Text
            """)
    void anElementWithoutAnEndIsEndedBeforeThePage(String html, String repaired) {
        assertThat(UnclosedElements.close(html)).isEqualTo(repaired);
    }

    @Test
    void aTitleIsEndedBeforeThePageAlthoughADrawingBelowHasATitle() {
        String html = "<title>Pier<body><p>Text<svg><title>Map</title></svg>";

        assertThat(UnclosedElements.close(html))
                .isEqualTo("<title>Pier</title><body><p>Text<svg><title>Map</title></svg>");
    }

    @Test
    void aScriptWithoutAnEndIsEndedBeforeTheNextLineOfMarkUp() {
        assertThat(UnclosedElements.close("<script>let a = 1 < 2;\nrun();\n<p>Text"))
                .isEqualTo("<script>let a = 1 < 2;\nrun();</script>\n<p>Text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>A <b>bold</b> pier</title><p>Text",
                "<textarea><p>Code</p></textarea><p>Text",
                "<script>write('<title>');</script><p>Text",
                "<!--[if IE]><p>Old</p><![endif]--><p>Text",
                "<!--><p>Text",
                "<p>1 < 2 and no tag",
                "<title"
            })
    void aPageWithAllItsEndsStaysAsItIs(String html) {
        assertThat(UnclosedElements.close(html)).isEqualTo(html);
    }
}
