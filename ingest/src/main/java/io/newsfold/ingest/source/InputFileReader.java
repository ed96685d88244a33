package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.article.FieldMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one file by its kind: JSON Lines, JSON, a table, WARC, a feed, a page (alone, or as MHTML) or a text. */
final class InputFileReader {
    /** The name of a folder's manifest. */
    static final String MANIFEST = "feed.jsonl";

    private final Consumer<String> remarks;
    private final FieldMapping asked;

    /**
     * A reader of any number of files.
     *
     * @param remarks takes one sentence on what is left out of a file
     * @param asked where a user says that the fields of exported articles stand
     */
    InputFileReader(Consumer<String> remarks, FieldMapping asked) {
        this.remarks = remarks;
        this.asked = asked;
    }

    /** The lines of a manifest. */
    JsonLinesFile lines(InputFile manifest) {
        return new JsonLinesFile(manifest, manifest.modified(), asked);
    }

    /**
     * Gives each delivery of {@code file} to {@code receiver}.
     *
     * @param metadata what a manifest says about the file
     * @throws InputException where the file cannot be read at all
     */
    void read(InputFile file, ArticleMetadata metadata, Consumer<Delivery> receiver) {
        read(file, metadata, null, receiver);
    }

    /**
     * As {@link #read(InputFile, ArticleMetadata, Consumer)}.
     *
     * @param address of a page without one in {@code metadata}; empty where it has none, null where the page is to say
     */
    void read(InputFile file, ArticleMetadata metadata, @Nullable String address, Consumer<Delivery> receiver) {
        Instant fetched = metadata.fetched() == null ? file.modified() : metadata.fetched();
        String plainName = file.plainName();
        if (file.hasLines()) {
            new JsonLinesFile(file, fetched, asked).read(receiver);
        } else if (CsvTable.is(file)) {
            new CsvTable(file.name(), file::open, fetched, asked).read(receiver);
        } else if (WarcFile.is(file)) {
            new WarcFile(file, fetched, remarks).read(receiver);
        } else if (plainName.endsWith(".rss") || plainName.endsWith(".xml")) {
            content(file, fetched, Limits.FEED_BYTES, receiver)
                    .ifPresent(xml -> new RssFeed(file.name(), xml, fetched).read(receiver));
        } else if (plainName.endsWith(".json")) {
            new JsonFile(file, fetched, asked).read(receiver);
        } else if (MhtmlPage.is(plainName)) {
            content(file, fetched, Limits.FEED_BYTES, receiver)
                    .ifPresent(mhtml -> receiver.accept(mhtml(file, mhtml, fetched, metadata)));
        } else {
            content(file, fetched, Limits.BODY_BYTES, receiver)
                    .ifPresent(body -> receiver.accept(page(file, body, fetched, metadata, address)));
        }
    }

    private static Delivery mhtml(InputFile file, byte[] mhtml, Instant fetched, ArticleMetadata metadata) {
        Optional<MhtmlPage> page = MhtmlPage.in(mhtml);
        About about = about(file, ContentType.HTML, fetched, metadata);
        if (page.isEmpty()) {
            return Delivery.refused(about, Reason.UNSUPPORTED, "the file holds no page of HTML");
        }
        byte[] html = page.get().html();
        if (html.length > Limits.BODY_BYTES) {
            return Delivery.tooLarge(about, Limits.BODY_BYTES);
        }
        String url = metadata.url() == null ? page.get().address() : metadata.url();
        return Delivery.of(
                url == null || CanonicalUrl.of(url).isEmpty() ? SavedPageAddress.in(html) : url,
                html,
                about(file, page.get().contentType(), fetched, metadata),
                ContentType.doubt(html) == null ? null : file.name() + " " + ContentType.doubt(html));
    }

    private static Delivery page(
            InputFile file, byte[] body, Instant fetched, ArticleMetadata metadata, @Nullable String address) {
        String type = ContentType.of(file.plainName(), body);
        String doubt = ContentType.doubt(body);
        String url = metadata.url();
        if (type.equals(ContentType.HTML) && doubt == null) {
            url = url == null ? saved(body, address) : SavedPageAddress.ofPage(url, body);
        }
        About about = about(file, type, fetched, metadata);
        return Delivery.of(url, body, about, doubt == null ? null : file.name() + " " + doubt);
    }

    private static @Nullable String saved(byte[] html, @Nullable String address) {
        return address == null ? SavedPageAddress.in(html) : address;
    }

    private static About about(InputFile file, String type, Instant fetched, ArticleMetadata metadata) {
        return new About(
                        fetched,
                        file.name(),
                        type,
                        metadata.published(),
                        metadata.publisher(),
                        metadata.headline(),
                        metadata.author(),
                        metadata.equals(ArticleMetadata.NONE) ? null : MANIFEST,
                        metadata.id())
                .inLanguage(metadata.language());
    }

    /** The content of a file as far as it can be read: of a truncated compressed file, the part before. */
    private static Optional<byte[]> content(InputFile file, Instant fetched, int limit, Consumer<Delivery> receiver) {
        About about = About.of(fetched, file.name(), null);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = file.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0 && content.size() <= limit; read = in.read(buffer)) {
                content.write(buffer, 0, read);
            }
        } catch (IOException e) {
            String message = "the file cannot be read to its end: " + e.getMessage();
            receiver.accept(Delivery.refused(about, Reason.UNREADABLE, message));
        }
        if (content.size() > limit) {
            receiver.accept(Delivery.tooLarge(about, limit));
            return Optional.empty();
        }
        return Optional.of(content.toByteArray());
    }
}
