package io.newsfold.text.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @Test
    void trackingParametersAreRemoved() {
        assertThat(CanonicalUrl.of("HTTP://A.Example:80/b/../a?utm_source=x&b=2&a=1&fbclid=3#top"))
                .contains("https://a.example/a?a=1&b=2");
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
        assertThat(CanonicalUrl.of("https://a.example/%7E%zz/?,")).contains("https://a.example/~%25zz?,");
    }

    @Test
    void anAddressWithoutAHostHasNoCanonicalForm() {
        assertThat(CanonicalUrl.of("https:///a.example/..%2f../?")).isEmpty();
        assertThat(CanonicalUrl.of("https://:80/")).isEmpty();
        assertThat(CanonicalUrl.of("javascript:alert(1)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pier.example/2026/ferry-late",
                "https://www.pier.example/2026/ferry-late/",
                "https://m.pier.example/2026/ferry-late#photos",
                "https://www.mobile.pier.example/2026/ferry-late",
                "https://amp.pier.example/2026/ferry-late",
                "https://pier.example/2026/ferry-late/amp/",
                "https://pier.example/amp/2026/ferry-late",
                "https://pier.example/2026/ferry-late.amp",
                "https://pier.example/2026/ferry-late?amp",
                "https://pier.example/2026/ferry-late?view=amp&print=yes",
                "https://pier.example/2026/ferry-late/index.php",
                "https://pier.example/2026/ferry-late;jsessionid=1F22A0",
                "https://pier.example/2026/ferry-late?PHPSESSID=5f5e1c0d9b",
                "https://pier.example/2026/ferry-late?ref=rss&source=morning_newsletter&from=www.harbour.example",
                "https://pier.example/2026/ferry-late?smid=tw-pier&cmpid=push&gclid=1&utm_id=7",
                "https://www.google.example/amp/s/pier.example/2026/ferry-late",
                "https://www-pier-example.cache.example/c/s/www.pier.example/2026/ferry-late",
                "https://web.archive.example/web/20260301120000id_/http://www.pier.example/2026/ferry-late",
                "https://archive.example/2026.03.01-120000/https://pier.example/2026/ferry-late",
                "<![CDATA[https://pier.example/2026/ferry\n-late]]>",
            })
    void onePageHasOneKey(String address) {
        assertThat(CanonicalUrl.of(address)).contains("https://pier.example/2026/ferry-late");
    }

    @ParameterizedTest
    @CsvSource({
        "https://pier.example/#!/tide/1, https://pier.example/#!/tide/2",
        "https://pier.example/#/tide/1, https://pier.example/#/tide/2",
        "https://pier.example/show?ref=2026-7, https://pier.example/show?ref=2026-8",
        "https://pier.example/show?cid=7, https://pier.example/show?cid=8",
        "https://pier.example/show?ocid=7, https://pier.example/show?ocid=8",
        "https://pier.example/show?sid=7, https://pier.example/show?sid=8",
        "https://pier.example/show?source=wire, https://pier.example/show?source=desk",
        "https://pier.example/show?m=1, https://pier.example/show?m=10",
        "https://north.pier.example/a, https://south.pier.example/a",
        "https://north.github.io/a, https://south.github.io/a",
        "https://m.co.uk/a, https://www.co.uk/a",
        "https://pier.example/amp, https://pier.example/",
        "https://pier.example/Tide, https://pier.example/tide",
        "https://pier.example:8443/a, https://pier.example/a",
        "https://pier.example/c/s/tide.html, https://tide.html/",
    })
    void differentPagesHaveDifferentKeys(String one, String other) {
        assertThat(CanonicalUrl.of(one)).isPresent().isNotEqualTo(CanonicalUrl.of(other));
    }

    @Test
    void addressesThatAreTooLongForAKeyKeepApart() {
        String begin = "https://pier.example/" + "long/".repeat(500);

        String one = CanonicalUrl.of(begin + "1").orElseThrow();

        assertThat(one).hasSizeLessThanOrEqualTo(Limits.KEY_CHARS);
        assertThat(CanonicalUrl.of(one)).contains(one).isNotEqualTo(CanonicalUrl.of(begin + "2"));
    }

    @Test
    void anIpv6HostIsAHost() {
        assertThat(CanonicalUrl.of("http://[2001:DB8::1]:8080/a/#top"))
                .contains("http://[2001:db8:0:0:0:0:0:1]:8080/a");
        assertThat(CanonicalUrl.of("http://[pier]/a")).isEmpty();
    }

    @Test
    void lettersAreComposedAndEntitiesOfMarkUpResolved() {
        assertThat(CanonicalUrl.of("https://pier.example/cafe\u0301?a=1&amp;b=2&#038;c=3"))
                .contains("https://pier.example/caf%C3%A9?a=1&b=2&c=3")
                .isEqualTo(CanonicalUrl.of("https://pier.example/cafe%cc%81?c=3&b=2&a=1"));
    }

    @Test
    void aLinkLeadsWhereItLed() {
        assertThat(LinkAddress.of("HTTP://www.Pier.example/a/index.html?b=2&utm_source=x&a=1#!/tide?fbclid=1"))
                .contains("http://www.pier.example/a/index.html?a=1&b=2#!/tide");
    }
}
