package io.newsfold.ingest.source;

import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle.About;

/** An article of which a feed gives the headline only. */
public record HeadlineArticle(String headline) {
    /** Gives an item of a feed that has no text its headline as a body; other deliveries stay as they are. */
    public static Delivery inPlaceOfText(Delivery item) {
        About about = item.about();
        String headline = about.headline();
        if (item.refusal() != null || item.body() == null || item.body().length > 0 || headline == null) {
            return item;
        }
        About asJson = new About(
                about.fetched(),
                about.origin(),
                ContentType.JSON,
                about.published(),
                about.publisher(),
                headline,
                about.author(),
                about.feed(),
                about.sourceId(),
                about.flags(),
                about.address(),
                about.language());
        byte[] body = Json.bytes(new HeadlineArticle(headline));
        return item.key().startsWith("sha256:")
                ? Delivery.of(null, body, asJson, null)
                : new Delivery(item.key(), body, asJson, null, null);
    }
}
