package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.SourceState.SourceKind;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.RssFeed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a feed or sitemap at one time.
 *
 * @param kind feed or sitemap
 * @param items in the order of the document, rejections among them
 * @param sitemaps addresses of the sitemaps of an index; empty in other documents
 */
record FeedDocument(SourceKind kind, List<Delivery> items, List<String> sitemaps) {
    FeedDocument {
        items = List.copyOf(items);
        sitemaps = List.copyOf(sitemaps);
    }

    /**
     * Reads RSS, Atom, JSON Feed or a sitemap, plain or gzip; the bytes decide which.
     *
     * @param fetched when the document was fetched
     * @param maxBytes bytes that it may have when unpacked
     */
    static FeedDocument of(String address, byte[] bytes, Instant fetched, int maxBytes) {
        List<Delivery> items = new ArrayList<>();
        byte[] plain;
        try {
            plain = unpacked(bytes, maxBytes);
        } catch (BoundedBody.TooLargeException e) {
            return new FeedDocument(
                    SourceKind.FEED, List.of(refused(address, fetched, Reason.TOO_LARGE, e)), List.of());
        } catch (IOException e) {
            return new FeedDocument(
                    SourceKind.FEED, List.of(refused(address, fetched, Reason.UNREADABLE, e)), List.of());
        }
        String start = new String(plain, 0, Math.min(plain.length, 4_000), ISO_8859_1);
        if (Sitemap.is(start)) {
            Sitemap sitemap = new Sitemap(address, plain, fetched);
            sitemap.read(item -> items.add(withBody(item)));
            return new FeedDocument(SourceKind.SITEMAP, items, sitemap.listed());
        }
        if (start.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("{")) {
            new JsonFeed(address, plain, fetched).read(item -> items.add(withBody(item)));
        } else {
            new RssFeed(address, plain, fetched).read(item -> items.add(withBody(item)));
        }
        return new FeedDocument(SourceKind.FEED, items, List.of());
    }

    private static byte[] unpacked(byte[] bytes, int maxBytes) throws IOException {
        boolean gzip = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        return gzip ? BoundedBody.read(new ByteArrayInputStream(bytes), true, maxBytes) : bytes;
    }

    private static Delivery refused(String address, Instant fetched, Reason reason, IOException e) {
        About about = new About(fetched, address, null, null, null, null, null, address, null);
        return Delivery.refused(about, reason, String.valueOf(e.getMessage()));
    }

    /** Gives an item without a text its headline as a body. */
    private static Delivery withBody(Delivery item) {
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
                about.address());
        byte[] body = new HeadlineArticle(headline).json();
        return item.key().startsWith("sha256:")
                ? Delivery.of(null, body, asJson, null)
                : new Delivery(item.key(), body, asJson, null, null);
    }
}
