package io.newsfold.desk.web;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.kafka.OverrideProducer;
import io.newsfold.text.address.CanonicalUrl;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;

/** {@code POST /overrides}: publishes a person's decision on two articles. */
final class OverrideEndpoint {
    private final Properties client;
    private final Clock clock;

    /**
     * @param client settings of the Kafka client
     * @param clock for the time of the decision
     */
    OverrideEndpoint(Properties client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Publishes the decision in a form with the fields {@code a} and {@code b} (ids or addresses), {@code is} (true,
     * false, or empty to take a decision back), {@code about} (story or copy) and {@code back} (the page to show next).
     */
    ResourceResponse post(Map<String, String> form) {
        String a = id(form.getOrDefault("a", ""));
        String b = id(form.getOrDefault("b", ""));
        String back = form.getOrDefault("back", "/");
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
        LineageOverride override = LineageOverride.of(
                a,
                b,
                about,
                decision.isEmpty() ? null : Boolean.valueOf(decision),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "desk");
        try {
            OverrideProducer.publish(override, client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(503, "the desk is closing");
        }
        return ResourceResponse.redirect(303, back);
    }

    /** The id of an article from its id or address. */
    private static String id(String text) {
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
