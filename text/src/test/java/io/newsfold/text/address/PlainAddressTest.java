package io.newsfold.text.address;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {
    private static final BasicURLNormalizer NORMALIZER =
            BasicURLNormalizer.newBuilder().build();
    private static final String[] PARTS = {
        "/",
        ".",
        "-",
        "_",
        "a",
        "Z",
        "7",
        "news",
        "xn--",
        "www",
        "2026",
        "..",
        "//",
        "index.html",
        "m",
        "example",
        "com"
    };

    @Test
    void theNormaliserLeavesPlainAddressesAsTheyAre() {
        Random random = new Random(15);
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            String address = "https://" + joined(random, 4) + ".example/" + joined(random, 6);
            Optional<AddressParts> parts = AddressParts.of(address);
            if (parts.isPresent() && PlainAddress.is(parts.get())) {
                plain++;
                assertThat(NORMALIZER.filter(address)).isEqualTo(address);
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://A.example/",
                "https://a.example",
                "https://a.example:443/",
                "https://reader@a.example/",
                "https://xn--mnchen-3ya.example/",
                "https://10.0.0.1/",
                "https://localhost/",
                "https://a.example/a//b",
                "https://a.example/a/../b",
                "https://a.example/%41",
                "https://a.example/a;jsessionid=1",
                "https://a.example/a?b=1",
                "https://a.example/#!/a",
                "https://a.example/ä"
            })
    void othersAreNotPlain(String address) {
        assertThat(AddressParts.of(address).filter(PlainAddress::is)).isEmpty();
    }

    private static String joined(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
