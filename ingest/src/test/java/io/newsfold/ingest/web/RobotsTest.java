package io.newsfold.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.Robots.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
    private static final Decision ALLOWED = new Decision(Optional.empty(), false);

    private final LoopbackSite site = new LoopbackSite();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-05T10:00:00Z"));
    private final Fetcher fetcher = new Fetcher(AllowedHosts.of(List.of(site.host())), clock);
    private final Robots robots = new Robots(fetcher, clock);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void aForbiddenPageIsRejected() {
        site.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /drafts/\nCrawl-delay: 3600\n");

        assertThat(robots.of(site.address("/a"))).isEqualTo(ALLOWED);
        assertThat(robots.of(site.address("/drafts/a")))
                .isEqualTo(new Decision(
                        Optional.of(new Refusal(
                                Reason.ROBOTS, "the robots.txt of http://" + site.host() + " forbids fetching it")),
                        false));
    }

    @Test
    void aGroupForOurAgentHasPriorityOverTheGeneralOne() {
        site.on("/robots.txt", "text/plain", "User-agent: newsfold\nDisallow:\n\nUser-agent: *\nDisallow: /\n");

        assertThat(robots.of(site.address("/a"))).isEqualTo(ALLOWED);
    }

    @Test
    void aPageForbiddenToAiAgentsIsMarked() {
        site.on("/robots.txt", "text/plain", "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /news/\n");

        assertThat(robots.of(site.address("/news/a"))).isEqualTo(new Decision(Optional.empty(), true));
        assertThat(robots.of(site.address("/a"))).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void aSiteWithoutRulesAllowsEverything(int status) {
        status(status);

        assertThat(robots.of(site.address("/a"))).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void rulesThatCannotBeFetchedForbidEverythingForAnHour(int status) {
        status(status);

        assertThat(robots.of(site.address("/a")).refusal())
                .contains(new Refusal(
                        Reason.FETCH_FAILED,
                        site.address("/robots.txt") + " cannot be fetched: the server answers " + status));

        status(404);
        clock.pass(Duration.ofMinutes(59));
        assertThat(robots.of(site.address("/a")).refusal()).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(robots.of(site.address("/a"))).isEqualTo(ALLOWED);
    }

    @Test
    void rulesAreFetchedOnceADay() {
        site.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /drafts/\n");

        robots.of(site.address("/a"));
        clock.pass(Duration.ofHours(23));
        robots.of(site.address("/b"));
        assertThat(site.asked()).containsExactly("/robots.txt");

        clock.pass(Duration.ofHours(1));
        robots.of(site.address("/b"));
        assertThat(site.asked()).containsExactly("/robots.txt", "/robots.txt");
    }

    private void status(int status) {
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1));
    }
}
