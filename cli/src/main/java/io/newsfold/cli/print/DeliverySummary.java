package io.newsfold.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsfold.contract.Flag;
import io.newsfold.ingest.source.ContentType;
import io.newsfold.ingest.source.Delivery;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.text.article.ArticleField;
import io.newsfold.text.article.ArticleReader;
import io.newsfold.text.article.ExportJson;
import io.newsfold.text.article.ExportedArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what a command sends and what it does not send, for the last lines that it prints. Not thread-safe. */
public final class DeliverySummary {
    private static final int NAMES = 3;
    private static final int FIELDS = 8;
    private static final int MOST_FIELDS = 1_000;

    private final TreeMap<String, Refused> refused = new TreeMap<>();
    private final Map<String, Long> unread = new LinkedHashMap<>();
    private long sent;
    private long skipped;
    private long refusals;
    private long headlineOnly;
    private long summaryOnly;
    private long exports;
    private long undated;

    /** Inputs that were refused for one reason: how many, the names of the first three, what was said of the first. */
    private static final class Refused {
        private final List<String> names = new ArrayList<>();
        private final String message;
        private long count;

        Refused(String message) {
            this.message = message;
        }
    }

    public DeliverySummary() {}

    /** Counts a delivery that is sent, or refused before that. */
    public void add(Delivery delivery) {
        Refusal refusal = delivery.refusal();
        if (refusal != null) {
            refuse(refusal, delivery.about().origin());
            return;
        }
        sent++;
        byte[] body = delivery.body();
        boolean isDated = delivery.about().published() != null;
        if (body != null && ContentType.JSON.equals(delivery.about().contentType())) {
            addObject(body, isDated);
        } else if (body != null && delivery.about().feed() != null) {
            exports++;
            undated += isDated ? 0 : 1;
        }
    }

    /** Counts a delivery that was sent before. */
    public void skip() {
        skipped++;
    }

    private void refuse(Refusal refusal, String name) {
        String reason = refusal.reason().name().toLowerCase(Locale.ROOT);
        Refused same = refused.computeIfAbsent(reason, r -> new Refused(TerminalText.line(refusal.message())));
        same.count++;
        refusals++;
        if (same.names.size() < NAMES) {
            same.names.add(TerminalText.line(name));
        }
    }

    private void addObject(byte[] body, boolean dated) {
        try {
            JsonNode object = ExportJson.parse(body).node();
            ExportedArticle article = ArticleReader.read(object);
            if (article.refusal() != null) {
                return; // the job rejects it, and that is counted
            }
            exports++;
            headlineOnly += article.hasBody() ? 0 : 1;
            summaryOnly += article.flags().contains(Flag.SUMMARY_ONLY) ? 1 : 0;
            undated += dated || article.text(ArticleField.PUBLISHED) != null ? 0 : 1;
            article.unread().stream()
                    .filter(name -> unread.size() < MOST_FIELDS || unread.containsKey(name))
                    .forEach(name -> unread.merge(name, 1L, Long::sum));
        } catch (IOException e) {
            // not JSON: the job rejects it, and that is counted
        }
    }

    /** How many were sent. */
    public long sent() {
        return sent;
    }

    /** How many were refused before the topic. */
    public long refusals() {
        return refusals;
    }

    /**
     * One or two lines for the end: what was sent, and what exports lack.
     *
     * @param from where the records come from, with a preposition; empty where that is plain
     */
    public List<String> lines(String from) {
        List<String> lines = new ArrayList<>();
        lines.add(sent + " records sent" + from + (skipped == 0 ? "" : ", " + skipped + " were sent before"));
        unreadLine().ifPresent(lines::add);
        return lines;
    }

    /** The line on what exports lack; empty where there is nothing to say. */
    public Optional<String> unreadLine() {
        String lacks = exportClause();
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of("of " + exports + " articles of exports and feeds " + lacks);
    }

    /** A line for each reason for which inputs were refused before the topic, with the first names. */
    public List<String> refusedLines() {
        return refused.entrySet().stream()
                .map(e -> e.getValue().count + " refused before the topic as " + e.getKey() + ": " + names(e.getValue())
                        + ": " + e.getValue().message)
                .toList();
    }

    private static String names(Refused refused) {
        return String.join(", ", refused.names) + (refused.count > refused.names.size() ? ", …" : "");
    }

    /** What exported articles lack, and which of their fields nobody reads; empty where there is nothing to say. */
    private String exportClause() {
        List<String> parts = new ArrayList<>();
        addCount(parts, headlineOnly, "with a headline only");
        addCount(parts, summaryOnly, "with a summary only");
        addCount(parts, undated, "without a field for the date");
        if (!unread.isEmpty()) {
            String fields = unread.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                    .limit(FIELDS)
                    .map(e -> TerminalText.line(e.getKey()) + " (" + e.getValue() + ")")
                    .collect(Collectors.joining(", "));
            parts.add("fields not read: " + fields + (unread.size() > FIELDS ? ", …" : ""));
        }
        return String.join(", ", parts);
    }

    private static void addCount(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
