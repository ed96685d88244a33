package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.contract.ArticleText.Author;
import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Json;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.FileFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports that nobody has seen: fields renamed, misspelt, nested, missing or of another type. Each is taken whole, or
 * refused with a sentence that names one of its fields.
 */
class RandomExportsTest {
    private static final Instant FETCHED = Instant.parse("2026-04-01T00:00:00Z");
    private static final List<String> HEADLINES = List.of("headline", "title", "Title", "article_title", "HEADLINE");
    private static final List<String> TEXTS = List.of(
            "text",
            "maintext",
            "body",
            "content",
            "articleBody",
            "full_text",
            "Article Text",
            "plain-text",
            "BODY_TEXT");
    private static final List<String> OTHERS = List.of("corpo", "feld7", "x1", "Inhalt", "col_12", "contenuto");
    private static final List<String> DATES = List.of("date", "published", "pubDate", "publish_date", "publishedAt");
    private static final List<String> AUTHORS = List.of("author", "authors", "byline", "creator");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    RandomExportsTest() {}

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTakenWholeOrRefusedByName(long seed) throws IOException {
        Export export = new Export(new Random(seed));
        Path file = folder.resolve("export." + export.ending());
        Files.writeString(file, export.content());
        Files.setLastModifiedTime(file, FileTime.from(FETCHED));

        List<Delivery> deliveries = new FileFeed(List.of(file), remark -> {}).all();

        assertThat(deliveries).as(export.content()).hasSize(1);
        Delivery delivery = deliveries.get(0);
        if (delivery.refusal() != null) {
            assertThat(delivery.refusal().message()).as(export.content()).containsPattern(export.names());
            return;
        }
        StageResult<Cleaned> cleaning = new ArticleCleaner()
                .clean(new RawArticle(delivery.key(), delivery.body(), delivery.about(), new Coordinates("", 0, 0)));
        cleaning.values().forEach(cleaned -> export.check(cleaned.text()));
        assertThat(cleaning.rejections()).as(export.content()).allSatisfy(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.SCHEMA);
            assertThat(rejection.message()).containsPattern(export.names());
        });
    }

    /** One article as some program may write it. */
    private static final class Export {
        private final Random random;
        private final ObjectNode object = JsonNodeFactory.instance.objectNode();
        private final List<String> paragraphs;
        private final String headline;
        private final @Nullable String author;
        private final int form;
        private boolean hasText = true;
        private boolean hasHeadline = true;

        Export(Random random) {
            this.random = random;
            paragraphs = paragraphs();
            headline = any("Harbour", "Council", "Museum") + " " + any("reopens", "is sold", "gets a roof") + " after "
                    + any("nine years", "the flood", "a long dispute");
            author = random.nextInt(4) == 0 ? null : any("Ida Holm", "Nell Ridley", "Jonas Aske");
            form = random.nextInt(5);
            putHeadline();
            putText();
            putOthers();
        }

        private void putHeadline() {
            String name = renamed(HEADLINES);
            switch (random.nextInt(7)) {
                case 0 -> hasHeadline = false;
                case 1 -> object.putArray(name).add(headline);
                case 2 -> object.putObject(name).put("rendered", headline);
                case 3 -> object.putArray(name).add(headline).add("Another one");
                default -> object.put(name, headline);
            }
        }

        private void putText() {
            String name = renamed(TEXTS);
            String whole = String.join("\n\n", paragraphs);
            switch (random.nextInt(8)) {
                case 0 -> {
                    hasText = false;
                    object.put(name, random.nextInt(10_000));
                }
                case 1 -> {
                    hasText = false;
                    object.putNull(name);
                }
                case 2 -> paragraphs.forEach(object.putArray(name)::add);
                case 3 ->
                    object.putObject(any("content", "data", "blob", "article")).put(name, whole);
                case 4 -> {
                    ArrayNode sections = object.putArray(name);
                    paragraphs.forEach(
                            p -> sections.addObject().put("type", "p").put("text", p));
                }
                case 5 -> object.put(name, "<p>" + String.join("</p><p>", paragraphs) + "</p>");
                default -> object.put(name, whole);
            }
        }

        private void putOthers() {
            switch (random.nextInt(4)) {
                case 0 -> object.put(any(DATES), 1_772_701_200L);
                case 1 -> object.putObject(any(DATES)).put("$date", "2026-03-05T09:00:00Z");
                case 2 -> object.put(any(DATES), "2026-03-05 09:00:00");
                default -> object.put(any(DATES), "2026-03-05T09:00:00.000Z");
            }
            if (author != null) {
                String name = any(AUTHORS);
                switch (random.nextInt(3)) {
                    case 0 -> object.putArray(name).add(author);
                    case 1 ->
                        object.putArray(name).addObject().put("name", author).put("uri", "x@a.example");
                    default -> object.put(name, author);
                }
            }
            object.put("url", "https://a.example/" + random.nextInt(1_000_000));
            object.put("shares", random.nextInt(99)).put("social_image", "https://a.example/p.jpg");
        }

        private String renamed(List<String> names) {
            String name = any(names);
            return switch (random.nextInt(5)) {
                case 0 -> any(OTHERS);
                case 1 -> name.substring(0, 2) + name.substring(3);
                default -> name;
            };
        }

        private List<String> paragraphs() {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 4 + random.nextInt(3); i++) {
                all.add("The " + any("harbour office", "town council", "school board") + " said on "
                        + any("Monday", "Friday") + " that " + any("the pier", "the hall", "the old mill") + " will be "
                        + any("closed", "painted", "rebuilt") + " in " + any("May", "June", "autumn")
                        + ", at a cost of "
                        + (i * 100 + random.nextInt(100)) + " thousand crowns. It had been "
                        + any("damaged by the flood", "empty for years", "a matter of dispute")
                        + ", and nobody " + any("expected", "wanted", "asked for") + " the decision so soon.");
            }
            return all;
        }

        String ending() {
            return switch (form) {
                case 0 -> "jsonl";
                case 1 -> "csv";
                default -> "json";
            };
        }

        String content() {
            return switch (form) {
                case 1 -> table();
                case 2 -> "[" + Json.text(object) + "]";
                case 3 -> "{\"status\":\"ok\",\"item\":" + Json.text(object) + "}";
                default -> Json.text(object) + "\n";
            };
        }

        private String table() {
            List<String> names = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                names.add(field.getKey());
                String text = value.isValueNode() ? value.asText() : value.toString();
                cells.add(value.isNull() ? "" : text);
            });
            return row(names) + row(cells);
        }

        private static String row(List<String> cells) {
            return String.join(
                            ",",
                            cells.stream()
                                    .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                    .toList()) + "\n";
        }

        /** The text and the headline are those of the export, or a flag says that there was no text. */
        void check(CleanText text) {
            if (!hasText) {
                assertThat(text.article().articleBody()).as(content()).isEqualTo(headline);
                assertThat(text.flags()).contains("headline_only");
                return;
            }
            assertThat(text.article().articleBody()).as(content()).isEqualTo(String.join("\n\n", paragraphs));
            if (hasHeadline && object.toString().toLowerCase(Locale.ROOT).matches(".*\"[a-z_]*(headline|title)\".*")) {
                assertThat(text.article().headline()).as(content()).isEqualTo(headline);
            }
            if (author != null) {
                assertThat(text.article().author())
                        .as(content())
                        .extracting(Author::name)
                        .containsExactly(author);
            }
            assertThat(text.article().published())
                    .as(content())
                    .isEqualTo(OffsetDateTime.parse("2026-03-05T09:00:00Z"));
        }

        /** Any of the names of the fields. */
        Pattern names() {
            StringJoiner names = new StringJoiner("|");
            object.fieldNames().forEachRemaining(name -> names.add(Pattern.quote(name)));
            return Pattern.compile(names + (form == 3 ? "|item" : ""));
        }

        private String any(String... values) {
            return any(List.of(values));
        }

        private String any(List<String> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
