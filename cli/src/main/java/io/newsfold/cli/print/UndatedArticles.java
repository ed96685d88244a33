package io.newsfold.cli.print;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Topic;
import io.newsfold.kafka.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How many published articles have no date, and why. Pages count like exports, since only the job can read their dates.
 *
 * @param all number of articles
 * @param undated number of those without a date
 * @param ambiguous of the undated, those whose day and month can be exchanged
 * @param unreadable of the undated, those whose date is no date
 * @param implausible of the undated, those whose date cannot be
 */
public record UndatedArticles(long all, long undated, long ambiguous, long unreadable, long implausible) {
    /** What is read of a record. */
    private record Dated(
            @Nullable Instant datePublished, @Nullable List<String> flags) {
        boolean isUndatedAnd(Flag flag) {
            return datePublished == null
                    && Objects.requireNonNullElse(flags, List.of()).contains(flag.code());
        }
    }

    /** Counts the current articles. */
    public static UndatedArticles read(Properties client) {
        Collection<Dated> articles =
                TopicReader.table(client, Topic.ENRICHED, Dated.class).values();
        long undated = articles.stream().filter(a -> a.datePublished() == null).count();
        return new UndatedArticles(
                articles.size(),
                undated,
                count(articles, Flag.DATE_AMBIGUOUS),
                count(articles, Flag.DATE_UNREADABLE),
                count(articles, Flag.DATE_IMPLAUSIBLE));
    }

    private static long count(Collection<Dated> articles, Flag flag) {
        return articles.stream().filter(a -> a.isUndatedAnd(flag)).count();
    }

    /** A sentence without its full stop; empty where every article has a date. */
    public Optional<String> sentence() {
        if (undated == 0) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        add(parts, ambiguous, "because day and month can be exchanged");
        add(parts, unreadable, "because it cannot be read");
        add(parts, implausible, "because it cannot be true");
        return Optional.of(String.format(Locale.ENGLISH, "%,d of %,d articles without a date", undated, all)
                + (parts.isEmpty() ? "" : ", " + String.join(", ", parts)));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
