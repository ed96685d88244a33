package io.newsfold.ingest.web;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.contract.SourceState.SourceKind;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.HeadlineArticle;
import io.newsfold.ingest.source.RssFeed;
import io.newsfold.text.charset.ByteDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param contentType of the header, with its charset if it has one
     * @param fetched when the document was fetched
     * @param maxBytes bytes that it may have when unpacked
     */
    static FeedDocument of(String address, byte[] bytes, @Nullable String contentType, Instant fetched, int maxBytes) {
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
        String text = ByteDecoder.decode(plain, contentType).text();
        String start = text.substring(0, Math.min(text.length(), 4_000));
        if (Sitemap.is(start)) {
            Sitemap sitemap = new Sitemap(address, text, fetched);
            sitemap.read(item -> items.add(HeadlineArticle.inPlaceOfText(item)));
            return new FeedDocument(SourceKind.SITEMAP, items, sitemap.listed());
        }
        if (start.stripLeading().startsWith("{")) {
            new JsonFeed(address, text, fetched).read(item -> items.add(HeadlineArticle.inPlaceOfText(item)));
        } else {
            new RssFeed(address, plain, contentType, fetched).read(items::add);
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
}
