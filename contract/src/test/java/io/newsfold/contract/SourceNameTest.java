package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An article without a publisher is known by the host of its address. */
class SourceNameTest {
    @Test
    void thePublisherComesFirst() {
        assertThat(SourceName.of("Harbour Post", "https://www.harbour.example/a"))
                .contains("Harbour Post");
    }

    @Test
    void withoutAPublisherItIsTheHost() {
        assertThat(SourceName.of(null, "https://www.harbour.example/a?b#c")).contains("harbour.example");
        assertThat(SourceName.of(null, "http://news.harbour.example:8080")).contains("news.harbour.example");
        assertThat(SourceName.of(null, "https://user@harbour.example/@a")).contains("harbour.example");
    }

    @Test
    void textWithoutAnAddressHasNone() {
        assertThat(SourceName.of(null, null)).isEmpty();
        assertThat(SourceName.of(null, "sha256:00ff")).isEmpty();
    }
}
