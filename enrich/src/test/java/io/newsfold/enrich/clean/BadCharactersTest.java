package io.newsfold.enrich.clean;

import static io.newsfold.enrich.clean.BadInputs.BODY;
import static io.newsfold.enrich.clean.BadInputs.HEADLINE;
import static io.newsfold.enrich.clean.BadInputs.bytes;
import static io.newsfold.enrich.clean.BadInputs.exactly;
import static io.newsfold.enrich.clean.BadInputs.has;
import static io.newsfold.enrich.clean.BadInputs.headline;
import static io.newsfold.enrich.clean.BadInputs.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.enrich.clean.BadInputs.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies with characters that no text should have. */
class BadCharactersTest {
    private static final String WALES =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F";

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void givesWhatIsExpected(Case bad) {
        BadInputs.check(bad);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a null character",
                        bytes(page("Pass\u0000engers wait. " + BODY)),
                        "text/html",
                        exactly("Passengers wait.", "control")),
                new Case(
                        "a terminal command",
                        bytes(page("Pass\u001b[31mengers wait. " + BODY)),
                        "text/html",
                        exactly("Passengers wait.", "control")),
                new Case(
                        "references to both halves of a character",
                        bytes(page("Wait&#55357;&#56832;&#128512; here. " + BODY)),
                        "text/html",
                        exactly("Wait\uFFFD\uFFFD😀 here.", "lone_surrogate")),
                new Case(
                        "half a character in an id",
                        bytes("{\"id\":\"\\ud800\",\"headline\":\"" + HEADLINE + "\",\"text\":\"" + BODY + "\"}"),
                        "application/json",
                        cleaning -> assertThat(cleaning.values())
                                .extracting(Cleaned::sourceId)
                                .containsExactly("\uFFFD")),
                new Case(
                        "many accents with gaps between them",
                        bytes(page("Wait e" + "\u0316\u0316\u200B".repeat(9) + " here. " + BODY)),
                        "text/html",
                        exactly("Wait e" + "\u0316".repeat(4) + " here.", "combining", "invisible")),
                new Case(
                        "the flag of Wales, which needs invisible characters",
                        bytes(page("Wait " + WALES + " here. " + BODY)),
                        "text/html",
                        exactly("Wait " + WALES + " here.")),
                new Case(
                        "a null character in JSON",
                        bytes("{\"headline\":\"" + HEADLINE + "\",\"text\":\"Pass\\u0000engers wait. " + BODY + "\"}"),
                        "application/json",
                        has("Passengers wait.", "control")),
                new Case(
                        "escape, bell and a C1 control character",
                        bytes(page("Pass\u001B[31mengers\u0007 wait\u0085. " + BODY)),
                        "text/html",
                        has("wait", "control")),
                new Case(
                        "half a character by reference",
                        bytes(page("Pass&#xD800;engers wait. " + BODY)),
                        "text/html",
                        has("Pass\uFFFDengers")),
                new Case(
                        "half a character in JSON",
                        bytes("{\"headline\":\"" + HEADLINE + "\",\"text\":\"Pass\\ud800engers wait. " + BODY + "\"}"),
                        "application/json",
                        has("Pass\uFFFDengers", "lone_surrogate")),
                new Case(
                        "a code point that is no character",
                        bytes(page("Pass\uFDD0engers wait. " + BODY)),
                        "text/html",
                        has("Pass\uFDD0engers")),
                new Case(
                        "a direction override in a headline",
                        bytes(page(BODY).replace(HEADLINE, "Ferry \u202Ecancelled\u202C today")),
                        "text/html",
                        headline("Ferry cancelled today", "bidi")),
                new Case(
                        "invisible characters",
                        bytes(page("Pass\u200Ben\u00ADgers w\uDB40\uDC61ait. " + BODY)),
                        "text/html",
                        has("Passengers wait.", "invisible")),
                new Case(
                        "ten thousand marks on one letter",
                        bytes(page("Pa" + "\u0301\u0302".repeat(5_000) + "ssengers wait. " + BODY)),
                        "text/html",
                        has("ssengers wait.", "combining")),
                new Case(
                        "a letter and its accent apart",
                        bytes(page("Cafe\u0301 closed. " + BODY)),
                        "text/html",
                        has("Café closed.")),
                new Case(
                        "emoji, flags and scripts",
                        bytes(page("👩‍👩‍👧 🇸🇪 مرحبا שלום สวัสดี. " + BODY)),
                        "text/html",
                        has("🇸🇪 مرحبا שלום สวัสดี")));
    }
}
