package io.newsfold.text.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalUrlTest {
    @Test
    void trackingParametersAreRemoved() {
        assertThat(CanonicalUrl.of("HTTP://A.Example:80/b/../a?utm_source=x&b=2&a=1&fbclid=3#top"))
                .contains("http://a.example/a?a=1&b=2");
    }

    @Test
    void escapesInThePathLeaveTheQueryUnchanged() {
        assertThat(CanonicalUrl.of("https://a.example/%7Enell/story?id=12"))
                .contains("https://a.example/~nell/story?id=12");
        assertThat(CanonicalUrl.of("https://a.example/caf%C3%A9%2D1?id=1&b=2"))
                .contains("https://a.example/caf%C3%A9-1?b=2&id=1");
    }

    @Test
    void anInvalidEscapeIsEscaped() {
        assertThat(CanonicalUrl.of("https://a.example/%7E%zz/?,")).contains("https://a.example/~%25zz/?,");
    }

    @Test
    void anAddressWithoutAHostHasNoCanonicalForm() {
        assertThat(CanonicalUrl.of("https:///a.example/..%2f../?")).isEmpty();
        assertThat(CanonicalUrl.of("https://:80/")).isEmpty();
        assertThat(CanonicalUrl.of("javascript:alert(1)")).isEmpty();
    }
}
