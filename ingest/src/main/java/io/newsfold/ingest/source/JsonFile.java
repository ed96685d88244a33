package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.newsfold.contract.Json;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.article.ExportJson;
import io.newsfold.text.article.FieldMapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of JSON: one article, a list of any length, the answer of a service, one value after another. Of a broken file
 * what stands before the break is read.
 */
final class JsonFile {
    private final InputFile file;
    private final Instant fetched;
    private final FieldMapping asked;

    /** @param fetched when the file was fetched; its articles count as fetched in their order */
    JsonFile(InputFile file, Instant fetched, FieldMapping asked) {
        this.file = file;
        this.fetched = fetched;
        this.asked = asked;
    }

    /** Gives each article to {@code receiver}. */
    void read(Consumer<Delivery> receiver) {
        int count = 0;
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(Limits.BODY_BYTES + 1);
            boolean whole = start.length <= Limits.BODY_BYTES;
            Optional<JsonNode> value = whole ? ArticleJson.parse(start) : Optional.empty();
            if (value.isPresent()) {
                new JsonArticles(null, asked, receiver).add(file.name(), start, value, fetched);
            } else if (startsWithLine(start)) {
                new JsonLinesFile(file, fetched, asked).read(receiver);
            } else if (whole && !startsAsList(start)) {
                new JsonArticles(null, asked, receiver).add(file.name(), start, fetched);
            } else {
                stream(new SequenceInputStream(new ByteArrayInputStream(start), in), receiver);
            }
        } catch (IOException e) {
            refuse(count, Reason.UNREADABLE, e, receiver);
        }
    }

    /** Whether the first line is a JSON value of its own, as in JSON Lines. */
    static boolean startsWithLine(byte[] start) {
        int from = 0;
        while (from < start.length && Character.isWhitespace(start[from])) {
            from++;
        }
        int end = from;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        return end < start.length
                && ArticleJson.parse(Arrays.copyOfRange(start, from, end))
                        .filter(JsonNode::isContainerNode)
                        .isPresent();
    }

    private static boolean startsAsList(byte[] start) {
        return new String(start, 0, Math.min(start.length, 200), ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .startsWith("[");
    }

    private void stream(InputStream in, Consumer<Delivery> receiver) {
        JsonArticles articles = new JsonArticles(file.name(), asked, receiver);
        ObjectReader reader = ExportJson.reader()
                .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        ValueBudget budget = new ValueBudget(in, Limits.FEED_BYTES);
        int count = 0;
        try (JsonParser parser = reader.createParser(budget)) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            JsonToken token = list ? parser.nextToken() : parser.currentToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                JsonNode value = reader.readValue(parser);
                count++;
                Instant time = fetched.plus(count, ChronoUnit.MICROS);
                String origin = file.name() + "#" + count;
                if (list) {
                    articles.add(origin, value, time);
                } else {
                    articles.add(origin, Json.bytes(value), Optional.of(value), time);
                }
                budget.renew();
                token = parser.nextToken();
            }
        } catch (IOException e) {
            refuse(count, Reason.NOT_JSON, e, receiver);
        }
    }

    private void refuse(int count, Reason reason, IOException e, Consumer<Delivery> receiver) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        About about = About.of(fetched, file.name(), ContentType.JSON);
        receiver.accept(
                Delivery.refused(about, reason, "the file cannot be read after " + count + " articles: " + why));
    }
}
