package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches single pages, as the robots.txt of their sites allows. Thread-safe. */
public final class PageFetcher {
    private final FetchClient client;
    private final @Nullable Robots robots;
    private final InstantSource clock;

    /**
     * A page that was fetched, or rejected.
     *
     * @param delivery the page, or its rejection
     * @param mayComeLater whether another try makes sense
     */
    public record FetchedPage(Delivery delivery, boolean mayComeLater) {}

    /** @param robots null to ignore robots.txt */
    public PageFetcher(FetchClient client, @Nullable Robots robots, InstantSource clock) {
        this.client = client;
        this.robots = robots;
        this.clock = clock;
    }

    /**
     * Fetches the page at {@code url}, which stays its key even after redirects, but for parameters that
     * the page does not need.
     *
     * @param known what a feed says about the page
     */
    public FetchedPage fetch(String url, About known) {
        boolean aiOptOut = false;
        if (robots != null) {
            Robots.Decision decision = robots.of(url);
            if (decision.refusal().isPresent()) {
                return refused(url, known, decision.refusal().get(), false);
            }
            aiOptOut = decision.aiOptOut();
        }
        FetchResult fetched = client.fetch(Request.of(url, Limits.BODY_BYTES));
        Optional<Refusal> refusal = fetched.refusal();
        if (refusal.isPresent()) {
            return refused(url, known, refusal.get(), refusal.get().reason() == Reason.FETCH_FAILED);
        }
        Response response = fetched.response().orElseThrow();
        if (response.status() != 200) {
            Refusal why = new Refusal(Reason.FETCH_FAILED, "the server answers " + response.status());
            return refused(url, known, why, response.status() >= 500 || response.status() == 429);
        }
        Optional<Refusal> elsewhere = Redirection.refusal(url, response.address());
        if (elsewhere.isPresent()) {
            return refused(url, known, elsewhere.get(), false);
        }
        return new FetchedPage(delivery(url, known, response, aiOptOut), false);
    }

    private static Delivery delivery(String url, About known, Response response, boolean aiOptOut) {
        String type = response.headers().contentType();
        About about = new About(
                        response.fetched(),
                        response.address(),
                        type == null ? ContentType.of(response.body()) : type,
                        known.published(),
                        known.publisher(),
                        known.headline(),
                        known.author(),
                        known.feed(),
                        known.sourceId())
                .inLanguage(known.language());
        if (aiOptOut || Robots.aiOptOut(response.headers())) {
            about = about.flagged("ai_opt_out");
        }
        String doubt = ContentType.doubt(response.body());
        return Delivery.ofPage(url, response.body(), about, doubt == null ? null : url + " " + doubt);
    }

    private FetchedPage refused(String url, About known, Refusal why, boolean mayComeLater) {
        About about = new About(
                clock.instant(), url, null, known.published(), null, null, null, known.feed(), known.sourceId());
        return new FetchedPage(Delivery.refused(about, why.reason(), why.message()), mayComeLater);
    }
}
