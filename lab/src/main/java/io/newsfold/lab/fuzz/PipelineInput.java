package io.newsfold.lab.fuzz;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Reads a file of any bytes and cleans its articles, without a broker. Each delivery is accepted or rejected, and all
 * text of the result is safe.
 */
final class PipelineInput {
    private static final Instant FETCHED = Instant.parse("2026-01-05T08:00:00Z");
    private static final ArticleCleaner CLEANER = new ArticleCleaner();
    private static final Path FOLDER = folder();

    private PipelineInput() {}

    /**
     * Not thread-safe: files of one name share a path.
     *
     * @param name its extension decides the format of the file
     */
    static void take(String name, byte[] bytes) {
        Path file = FOLDER.resolve(name);
        try {
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(FETCHED)); // the cleaner compares dates with it
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        new FileFeed(List.of(file), remark -> {}).read(PipelineInput::take);
    }

    private static void take(Delivery delivery) {
        SafeText.check("the key", delivery.key());
        RecordHeaders headers = new RecordHeaders();
        delivery.about().writeTo(headers, delivery.eventId());
        About about = About.from(headers, 0);
        RawArticle raw = new RawArticle(delivery.key(), delivery.body(), about, new Coordinates("articles.raw", 0, 0));
        if (raw.body() == null) {
            return;
        }
        StageResult<Cleaned> cleaning = CLEANER.clean(raw);
        cleaning.values().forEach(cleaned -> SafeText.checkAll(Json.bytes(cleaned.text())));
        cleaning.rejections().forEach(Json::bytes);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("newsfold-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a folder for files", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
