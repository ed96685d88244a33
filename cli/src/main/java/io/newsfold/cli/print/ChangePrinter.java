package io.newsfold.cli.print;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.StoryChange;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints changes of stories, a line each, or one line for all of a second where they are many. A change waits for a
 * second, and up to ten where a headline is missing: its article comes a moment after it. Not thread-safe.
 */
public final class ChangePrinter {
    private static final long WAIT_NANOS = 1_000_000_000;
    private static final long LONGEST_WAIT_NANOS = 10 * WAIT_NANOS;
    private static final int MOST_LINES = 20;
    private static final Map<StoryChange.Kind, String> WORDS = new EnumMap<>(Map.of(
            StoryChange.Kind.BEGAN, "new story",
            StoryChange.Kind.JOINED, "joined",
            StoryChange.Kind.LEFT, "left",
            StoryChange.Kind.MERGED, "merged",
            StoryChange.Kind.SPLIT, "split off",
            StoryChange.Kind.REHEADED, "earlier first report",
            StoryChange.Kind.REVISED, "revised",
            StoryChange.Kind.WITHDRAWN, "withdrawn"));

    private final PrintStream out;
    private final Function<String, Optional<String>> headlines;
    private final List<StoryChange> waiting = new ArrayList<>();
    private long firstNanos;

    /** @param headlines of articles by id; a story has the id of its first article */
    public ChangePrinter(PrintStream out, Function<String, Optional<String>> headlines) {
        this.out = out;
        this.headlines = headlines;
    }

    /** @param nanoTime as {@link System#nanoTime} */
    public void add(StoryChange change, long nanoTime) {
        if (waiting.isEmpty()) {
            firstNanos = nanoTime;
        }
        waiting.add(change);
    }

    /**
     * Prints the changes that wait, once the first of them has waited long enough.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public void printDue(long nanoTime) {
        long waited = nanoTime - firstNanos;
        if (waiting.isEmpty() || waited < WAIT_NANOS || waited < LONGEST_WAIT_NANOS && isHeadlineMissing()) {
            return;
        }
        if (waiting.size() > MOST_LINES) {
            out.println(summary());
        } else {
            waiting.forEach(change -> out.println(line(change)));
        }
        waiting.clear();
    }

    private boolean isHeadlineMissing() {
        return waiting.size() <= MOST_LINES
                && waiting.stream()
                        .filter(change -> change.kind() != StoryChange.Kind.WITHDRAWN)
                        .anyMatch(change -> headlines.apply(change.story()).isEmpty());
    }

    private String summary() {
        Map<StoryChange.Kind, Long> counts = waiting.stream()
                .collect(Collectors.groupingBy(
                        StoryChange::kind, () -> new EnumMap<>(StoryChange.Kind.class), Collectors.counting()));
        return number(waiting.size()) + " changes: "
                + counts.entrySet().stream()
                        .map(count -> WORDS.get(count.getKey()) + " " + number(count.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String line(StoryChange change) {
        String story = headline(change.story());
        String what = switch (change.kind()) {
            case BEGAN, WITHDRAWN -> story;
            case REVISED -> of(change.article(), story);
            case JOINED -> of(change.article(), story) + " → " + story;
            case LEFT -> of(change.article(), story) + " ← " + story;
            case MERGED -> of(change.from(), story) + " → " + story;
            case SPLIT -> story + " ← " + of(change.from(), story);
            case REHEADED -> story + " before " + of(change.from(), story);
        };
        Lineage.Evidence evidence = change.evidence();
        return WORDS.get(change.kind()) + ": " + what
                + (evidence == null ? "" : " · both have " + String.join(", ", evidence.terms()));
    }

    private String of(@Nullable String id, String otherwise) {
        return id == null ? otherwise : headline(id);
    }

    /** The id where there is no article any more. */
    private String headline(String id) {
        return TerminalText.line(headlines.apply(id).orElse(id));
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
