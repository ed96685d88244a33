package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.FieldMapping;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Articles as JSON Lines in a file. The lines count as fetched in their order, a microsecond apart. */
final class JsonLinesFile {
    private final InputFile file;
    private final Instant fetched;
    private final FieldMapping asked;

    /**
     * A file that has not been read yet.
     *
     * @param fetched when the file was fetched
     * @param asked where a user says that fields stand
     */
    JsonLinesFile(InputFile file, Instant fetched, FieldMapping asked) {
        this.file = file;
        this.fetched = fetched;
        this.asked = asked;
    }

    /** Gives each article to {@code receiver}. */
    void read(Consumer<Delivery> receiver) {
        read(object -> false, receiver);
    }

    /**
     * Gives each article to {@code receiver}.
     *
     * @param notAnArticle sees each JSON object first, and is true for one that is something else
     */
    void read(Predicate<JsonNode> notAnArticle, Consumer<Delivery> receiver) {
        int complete = 0;
        JsonArticles articles = new JsonArticles(file.name(), asked, receiver);
        try (InputStream in = file.open()) {
            JsonLines lines = new JsonLines(in);
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                complete = lines.count();
                deliver(line.get(), notAnArticle, articles, receiver);
            }
        } catch (IOException e) {
            About about = About.of(fetched, origin(complete + 1), null);
            String message = "the file cannot be read from here: " + e.getMessage();
            receiver.accept(Delivery.refused(about, Reason.UNREADABLE, message));
        }
    }

    private void deliver(
            JsonLines.Line line, Predicate<JsonNode> notAnArticle, JsonArticles articles, Consumer<Delivery> receiver) {
        String origin = origin(line.number());
        if (line.isTooLarge()) {
            receiver.accept(Delivery.tooLarge(About.of(fetched, origin, null), Limits.BODY_BYTES));
            return;
        }
        if (line.isBlank()) {
            return;
        }
        Instant time = fetched.plus(line.number(), ChronoUnit.MICROS);
        Optional<JsonNode> value = ArticleJson.parse(line.bytes());
        if (value.filter(JsonNode::isObject).filter(notAnArticle).isEmpty()) {
            articles.add(origin, line.bytes(), value, time);
        }
    }

    private String origin(int number) {
        return file.name() + ":" + number;
    }
}
