package io.newsfold.cli.print;

import io.newsfold.contract.Lineage;
import io.newsfold.contract.StoryChange;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints changes of stories, a line each, or one line for all of a second where they are many. Not thread-safe. */
public final class ChangePrinter {
    private static final long WAIT_NANOS = 1_000_000_000;
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
    private final List<StoryChange> waiting = new ArrayList<>();
    private long firstNanos;

    public ChangePrinter(PrintStream out) {
        this.out = out;
    }

    /** @param nanoTime as {@link System#nanoTime} */
    public void add(StoryChange change, long nanoTime) {
        if (waiting.isEmpty()) {
            firstNanos = nanoTime;
        }
        waiting.add(change);
    }

    /**
     * Prints the changes that wait, once the first of them has waited for a second.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public void printDue(long nanoTime) {
        if (waiting.isEmpty() || nanoTime - firstNanos < WAIT_NANOS) {
            return;
        }
        if (waiting.size() > MOST_LINES) {
            out.println(summary());
        } else {
            waiting.forEach(change -> out.println(line(change)));
        }
        waiting.clear();
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

    private static String line(StoryChange change) {
        String story = TerminalText.line(change.headline());
        String article = headline(change.articleHeadline());
        String from = headline(change.fromHeadline());
        String what = switch (change.kind()) {
            case BEGAN, WITHDRAWN -> story;
            case REVISED -> article;
            case JOINED -> article + " → " + story;
            case LEFT -> article + " ← " + story;
            case MERGED -> from + " → " + story;
            case SPLIT -> story + " ← " + from;
            case REHEADED -> story + " before " + from;
        };
        Lineage.Evidence evidence = change.evidence();
        return WORDS.get(change.kind()) + ": " + what
                + (evidence == null ? "" : " · both have " + String.join(", ", evidence.terms()));
    }

    /** Empty where the change has no such headline. */
    private static String headline(@Nullable String headline) {
        return headline == null ? "" : TerminalText.line(headline);
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
