package io.newsfold.ingest.web;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Answer;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single pages, fetched as their sites wish. Thread-safe. */
public final class PageFetcher {
    private final FetchClient web;
    private final @Nullable Robots robots;
    private final InstantSource clock;

    /**
     * A page, or the refusal of it.
     *
     * @param mayComeLater whether it is worth to ask again
     */
    public record Page(Delivery delivery, boolean mayComeLater) {}

    /** @param robots null where nobody asks what sites wish */
    public PageFetcher(FetchClient web, @Nullable Robots robots, InstantSource clock) {
        this.web = web;
        this.robots = robots;
        this.clock = clock;
    }

    /**
     * Fetches the page at {@code url}; its key is that address, wherever it redirects.
     *
     * @param known what a feed says of it
     */
    public Page fetch(String url, About known) {
        boolean aiOptOut = false;
        if (robots != null) {
            Robots.Ruling ruling = robots.of(url);
            if (ruling.refusal().isPresent()) {
                return refused(url, known, ruling.refusal().get(), false);
            }
            aiOptOut = ruling.aiOptOut();
        }
        FetchResult fetched = web.fetch(Request.of(url, Limits.BODY_BYTES));
        Optional<Refusal> refusal = fetched.refusal();
        if (refusal.isPresent()) {
            return refused(url, known, refusal.get(), refusal.get().reason() == Reason.FETCH_FAILED);
        }
        Answer answer = fetched.answer().orElseThrow();
        if (answer.status() != 200) {
            Refusal why = new Refusal(Reason.FETCH_FAILED, "the server answers " + answer.status());
            return refused(url, known, why, answer.status() >= 500 || answer.status() == 429);
        }
        return new Page(delivery(url, known, answer, aiOptOut), false);
    }

    private static Delivery delivery(String url, About known, Answer answer, boolean aiOptOut) {
        String type = answer.headers().contentType();
        About about = new About(
                answer.fetched(),
                answer.address(),
                type == null ? ContentType.of(answer.body()) : type,
                known.published(),
                known.publisher(),
                known.headline(),
                known.author(),
                known.feed(),
                known.sourceId());
        boolean reserved = aiOptOut || Robots.aiOptOut(answer.headers());
        String doubt = ContentType.doubt(answer.body());
        return Delivery.of(
                url,
                answer.body(),
                reserved ? about.flagged("ai_opt_out") : about,
                doubt == null ? null : url + " " + doubt);
    }

    private Page refused(String url, About known, Refusal why, boolean mayComeLater) {
        About about = new About(
                clock.instant(), url, null, known.published(), null, null, null, known.feed(), known.sourceId());
        return new Page(Delivery.refused(about, why.reason(), why.message()), mayComeLater);
    }
}
