package io.newsfold.desk.web;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.desk.web.ResourceRequest.Mistake;
import io.newsfold.ingest.source.CanonicalUrl;
import io.newsfold.kafka.OverrideProducer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;

/** {@code POST /overrides}: what a person says of two articles. */
final class OverrideEndpoint {
    private final Properties client;
    private final Clock clock;

    /** @param clock tells when it was said */
    OverrideEndpoint(Properties client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Publishes what a form says: {@code a} and {@code b} (ids or addresses), {@code is} (true, false, or empty to take back), {@code about} (story or copy), {@code back} (where to go
     * on).
     */
    ResourceResponse post(Map<String, String> form) {
        String a = id(form.getOrDefault("a", ""));
        String b = id(form.getOrDefault("b", ""));
        String back = form.getOrDefault("back", "/");
        if (a.equals(b)) {
            throw new Mistake(400, "these two are the same article");
        }
        if (!back.matches("/[\\w./-]{0,200}") || back.startsWith("//")) {
            throw new Mistake(400, "back is an address of the desk");
        }
        Matter about = form.getOrDefault("about", "story").equals("copy") ? Matter.COPY : Matter.STORY;
        String said = form.getOrDefault("is", "");
        if (!said.matches("true|false|")) {
            throw new Mistake(400, "is can be true, false or empty");
        }
        LineageOverride override = LineageOverride.of(
                a,
                b,
                about,
                said.isEmpty() ? null : Boolean.valueOf(said),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "desk");
        try {
            OverrideProducer.publish(override, client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Mistake(503, "the desk is closing");
        }
        return ResourceResponse.movedTo(303, back);
    }

    /** An article's id, given as such or as its address. */
    private static String id(String text) {
        String given = text.strip();
        if (given.matches("[0-9a-f]{20}")) {
            return given;
        }
        return CanonicalUrl.of(given)
                .map(ArticleId::of)
                .orElseThrow(() -> new Mistake(400, "an article is named by its id or its address, not " + given));
    }
}
