package io.newsfold.enrich.clean;

import static io.newsfold.enrich.clean.BadInputs.BODY;
import static io.newsfold.enrich.clean.BadInputs.HEADLINE;
import static io.newsfold.enrich.clean.BadInputs.bytes;
import static io.newsfold.enrich.clean.BadInputs.has;
import static io.newsfold.enrich.clean.BadInputs.isRejected;
import static io.newsfold.enrich.clean.BadInputs.join;
import static io.newsfold.enrich.clean.BadInputs.rejected;
import static io.newsfold.enrich.clean.BadInputs.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.clean.BadInputs.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON objects that are broken, hostile or have no text. */
class BadJsonTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatIsExpected(Case bad) {
        BadInputs.check(bad);
    }

    static Stream<Case> cases() {
        String good = "{\"headline\":\"" + HEADLINE + "\",\"text\":\"" + BODY + "\"";
        return Stream.of(
                new Case(
                        "authors that are null",
                        bytes("{\"author\":[null,{\"name\":null},\"Nell Ridley\"],\"headline\":\"" + HEADLINE
                                + "\",\"text\":\"" + BODY + "\"}"),
                        "application/json",
                        cleaning -> assertThat(text(cleaning).article().author())
                                .extracting(Author::name)
                                .containsExactly("Nell Ridley")),
                new Case(
                        "a text that is the headline",
                        bytes("{\"headline\":\"" + HEADLINE + "\",\"text\":\"<p>" + HEADLINE + ".</p>\"}"),
                        "application/json",
                        cleaning -> {
                            assertThat(text(cleaning).article().headline()).isEqualTo(HEADLINE);
                            assertThat(text(cleaning).flags()).contains("headline_only");
                        }),
                new Case(
                        "2,000 arrays in one another",
                        bytes(good + ",\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "a string that is too long",
                        bytes("{\"text\":\"" + "x".repeat(Limits.BODY_BYTES) + "\"}"),
                        "application/json",
                        rejected(Reason.TOO_LARGE)),
                new Case(
                        "a key that occurs twice",
                        bytes(good + ",\"headline\":\"Another\"}"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "more after the object",
                        bytes(good + "} and so on"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "NaN, as tables have it for nothing",
                        bytes(good + ",\"a\":NaN}"),
                        "application/json",
                        has("high waves")),
                new Case(
                        "a number of 10,000 digits",
                        bytes(good + ",\"a\":" + "9".repeat(10_000) + "}"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "JSON that is no UTF-8",
                        join(bytes("{\"text\":\""), new byte[] {(byte) 0xFF, (byte) 0xFE}, bytes("\"}")),
                        "application/json",
                        isRejected()),
                new Case(
                        "a number that is too large",
                        bytes(good + ",\"a\":1e999999999}"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "keys without quotation marks",
                        bytes("{'headline': unquoted}"),
                        "application/json",
                        rejected(Reason.NOT_JSON)),
                new Case(
                        "fields of the wrong types",
                        bytes("{\"headline\":{},\"text\":[1]}"),
                        "application/json",
                        rejected(Reason.SCHEMA)),
                new Case(
                        "null in each field",
                        bytes("{\"headline\":null,\"text\":null,\"url\":null}"),
                        "application/json",
                        rejected(Reason.SCHEMA)),
                new Case(
                        "keys that mean something to other programs",
                        bytes(good + ",\"__proto__\":{\"x\":1},\"@type\":\"java.lang.Runtime\"}"),
                        "application/json",
                        has("high waves")));
    }
}
