package io.newsfold.desk.picture;

import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult;
import io.newsfold.ingest.web.FetchResult.Response;
import io.newsfold.ingest.web.Robots;
import java.util.Optional;

/** Fetches pictures, as the robots.txt of their servers allows, and makes their thumbnails. Thread-safe. */
final class PictureSource {
    private final FetchClient client;
    private final Robots robots;

    /** One picture is decoded at a time, so that the memory for it is needed once. */
    private final Object decoding = new Object();

    PictureSource(FetchClient client, Robots robots) {
        this.client = client;
        this.robots = robots;
    }

    /**
     * The thumbnail of the picture at {@code url}.
     *
     * @throws NoPictureException where it is not fetched, or is not one that {@link Thumbnail} takes
     */
    byte[] fetch(String url) throws NoPictureException {
        requireAllowed(robots.of(url).refusal());
        FetchResult fetched = client.fetch(Request.of(url, Limits.FETCH_BYTES));
        requireAllowed(fetched.refusal());
        Response response = fetched.response().orElseThrow();
        if (response.status() != 200) {
            String sentence = "the server answers " + response.status();
            boolean passing = response.status() >= 500 || response.status() == 429;
            throw passing ? NoPictureException.passing(sentence) : NoPictureException.lasting(sentence);
        }
        synchronized (decoding) {
            return Thumbnail.of(response.body());
        }
    }

    private static void requireAllowed(Optional<Refusal> refusal) throws NoPictureException {
        if (refusal.isPresent()) {
            String sentence = refusal.get().message();
            boolean passing = refusal.get().reason() == Reason.FETCH_FAILED;
            throw passing ? NoPictureException.passing(sentence) : NoPictureException.lasting(sentence);
        }
    }
}
