package io.newsfold.desk.web;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.kafka.OverrideProducer;
import io.newsfold.text.address.CanonicalUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;

/** {@code POST /overrides}: publishes a person's decision on two articles. */
final class OverrideEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LOOK_MILLIS = 50;
    private static final int MAX_NAME = 100;
    private static final int MAX_REASON = 1_000;

    private final Properties client;
    private final Clock clock;
    private final Predicate<LineageOverride> isShown;

    /**
     * @param client settings of the Kafka client
     * @param clock for the time of the decision
     * @param isShown whether the desk shows a decision
     */
    OverrideEndpoint(Properties client, Clock clock, Predicate<LineageOverride> isShown) {
        this.client = client;
        this.clock = clock;
        this.isShown = isShown;
    }

    /**
     * Publishes the decision in a form with the fields {@code a} and {@code b} (ids or addresses), {@code is} (true,
     * false, or empty to take a decision back), {@code about} (story or copy), {@code by} (the person), {@code why} (the
     * reason) and {@code back} (the page to show next; by default that of all decisions).
     */
    ResourceResponse post(Map<String, String> form) {
        String a = id(form.getOrDefault("a", ""));
        String b = id(form.getOrDefault("b", ""));
        String back = form.getOrDefault("back", "/decisions");
        if (a.equals(b)) {
            throw new RequestException(400, "these two are the same article");
        }
        if (!back.matches("/[\\w./-]{0,200}") || back.startsWith("//")) {
            throw new RequestException(400, "back is a path of the desk");
        }
        Matter about = form.getOrDefault("about", "story").equals("copy") ? Matter.COPY : Matter.STORY;
        String decision = form.getOrDefault("is", "");
        if (!decision.matches("true|false|")) {
            throw new RequestException(400, "is has the value true, false or none");
        }
        String person = form.getOrDefault("by", "").strip();
        String why = form.getOrDefault("why", "").strip();
        if (person.length() > MAX_NAME || why.length() > MAX_REASON) {
            throw new RequestException(
                    400, "a name has at most " + MAX_NAME + " characters, a reason at most " + MAX_REASON);
        }
        LineageOverride override = LineageOverride.of(
                        a,
                        b,
                        about,
                        decision.isEmpty() ? null : Boolean.valueOf(decision),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        person.isEmpty() ? "desk" : person)
                .because(why.isEmpty() ? null : why);
        try {
            OverrideProducer.publish(override, client);
            awaitShown(override);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(503, "the desk is closing");
        }
        return ResourceResponse.redirect(303, back);
    }

    /** Waits a little until the desk shows the decision, so that the next page has it. */
    private void awaitShown(LineageOverride override) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end) && !isShown.test(override)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** The id of an article from its id or address. */
    static String id(String text) {
        String given = text.strip();
        if (given.matches("[0-9a-f]{20}")) {
            return given;
        }
        return CanonicalUrl.of(given)
                .map(ArticleId::of)
                .orElseThrow(() ->
                        new RequestException(400, "an article has an id or an address; this is neither: " + given));
    }
}
