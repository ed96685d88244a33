package io.newsfold.lab.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.lab.bench.SampleArticles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Writes files of made-up articles, among them revisions, copies, late articles, withdrawals and invalid lines. The
 * same seed gives the same files.
 */
final class ChaosFeed {
    private static final Instant FETCHED = Instant.parse("2026-01-20T00:00:00Z");
    private static final List<String> INVALID = List.of(
            "{\"url\": \"https://poison.example/cut\", \"headline\": \"Cut in the mid",
            "{\"url\": \"https://poison.example/none\"}",
            "{\"url\": \"https://poison.example/types\", \"text\": {\"no\": \"text\"}}",
            "%PDF-1.7 not a page",
            "[1, 2, 3]");

    private final Random random;
    private final SampleArticles articles;
    private final List<ObjectNode> sent = new ArrayList<>();
    private int lines;

    private ChaosFeed(long seed) {
        random = new Random(seed);
        articles = new SampleArticles(seed);
    }

    /**
     * Writes {@code files} files with {@code linesPerFile} lines each below {@code folder}.
     *
     * @return number of lines written
     */
    static int write(Path folder, long seed, int files, int linesPerFile) throws IOException {
        ChaosFeed feed = new ChaosFeed(seed);
        Files.createDirectories(folder);
        for (int file = 0; file < files; file++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < linesPerFile; i++) {
                lines.add(feed.nextLine());
            }
            Files.write(folder.resolve("chaos-%03d.jsonl".formatted(file)), lines);
        }
        return feed.lines;
    }

    private String nextLine() {
        lines++;
        int kind = random.nextInt(100);
        if (kind < 3) {
            return INVALID.get(random.nextInt(INVALID.size()))
                    + " ".repeat(lines); // each invalid line is another record
        }
        ObjectNode line = kind < 15 && !sent.isEmpty() ? again(kind) : fresh();
        line.put("fetched", FETCHED.plusSeconds(lines).toString());
        return line.toString();
    }

    private ObjectNode fresh() {
        Delivery delivery = articles.next();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("url", delivery.key());
        line.put("published", delivery.about().published());
        line.put("html", new String(Objects.requireNonNull(delivery.body()), UTF_8));
        sent.add(line.deepCopy());
        return line;
    }

    /** An article that was sent before: revised, the same again, copied to another address, or withdrawn. */
    private ObjectNode again(int kind) {
        ObjectNode line = sent.get(random.nextInt(sent.size())).deepCopy();
        String html = line.path("html").asText();
        if (kind < 8) {
            line.put(
                    "html",
                    html.replace(
                            "</article>",
                            "<p>Correction number " + lines + ": an earlier report gave another figure for the costs"
                                    + " of the work on the harbour wall.</p></article>"));
        } else if (kind < 11) {
            line.put("url", "https://copy" + lines + ".example/story");
        } else if (kind < 13) {
            line.remove("html");
            line.put("withdrawn", true);
        }
        return line;
    }
}
