package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.FieldMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one file by its kind: JSON Lines, JSON, a table, WARC, a feed, a page or a text. */
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
        } else {
            content(file, fetched, Limits.BODY_BYTES, receiver)
                    .ifPresent(body -> receiver.accept(page(file, body, fetched, metadata)));
        }
    }

    private static Delivery page(InputFile file, byte[] body, Instant fetched, ArticleMetadata metadata) {
        String type = ContentType.of(file.plainName(), body);
        About about = new About(
                fetched,
                file.name(),
                type,
                metadata.published(),
                metadata.publisher(),
                metadata.headline(),
                metadata.author(),
                metadata.equals(ArticleMetadata.NONE) ? null : MANIFEST,
                metadata.id());
        String doubt = ContentType.doubt(body);
        String url = metadata.url();
        if (url == null && type.equals(ContentType.HTML) && doubt == null) {
            url = SavedPageAddress.in(body);
        }
        return Delivery.of(url, body, about, doubt == null ? null : file.name() + " " + doubt);
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
