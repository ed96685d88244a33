package io.newsfold.enrich.clean;

import io.newsfold.contract.CleanArticle.Author;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader found in a page or a text: candidates for each field, and the blocks in reading order. Filled by one reader, then read. */
final class Page {
    final Found<String> headline = new Found<>();
    final Found<List<Author>> author = new Found<>();
    final Found<OffsetDateTime> published = new Found<>();
    final Found<OffsetDateTime> modified = new Found<>();
    final Found<String> publisher = new Found<>();
    final Found<String> language = new Found<>();
    final List<Block> blocks = new ArrayList<>();

    @Nullable
    String section;

    String bodyFrom = "text";

    void addDate(Found<OffsetDateTime> dates, @Nullable String text, String from, double confidence) {
        if (text != null) {
            Dates.parse(text).ifPresent(date -> dates.add(date, from, confidence));
        }
    }

    void addPeople(@Nullable String names, String from, double confidence) {
        List<Author> people = names == null ? List.of() : Bylines.people(names);
        if (!people.isEmpty()) {
            author.add(people, from, confidence);
        }
    }

    void addText(Found<String> field, @Nullable String text, String from, double confidence) {
        String line = text == null ? "" : Hygiene.oneLine(text);
        if (!line.isEmpty()) {
            field.add(line.length() > 1_000 ? line.substring(0, 1_000) : line, from, confidence);
        }
    }
}
