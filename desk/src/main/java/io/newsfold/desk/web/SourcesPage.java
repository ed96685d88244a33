package io.newsfold.desk.web;

import io.newsfold.contract.SourceState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sources that are read live, the broken ones first, and the publishers of articles.
 *
 * @param sources whose names have {@code query} in them
 * @param broken number of those whose last read failed
 * @param publishers number of articles by publisher, the largest first, whose names have {@code query} in them
 * @param query text that was searched for; may be empty
 */
public record SourcesPage(List<SourceState> sources, long broken, Map<String, Long> publishers, String query)
        implements HtmlPage {
    private static final Comparator<SourceState> WORST_FIRST =
            Comparator.comparing((SourceState source) -> Health.of(source)).thenComparing(SourceState::id);

    /** How a source does, the worst first. */
    public enum Health {
        FAILING,
        NEVER_READ,
        EMPTY,
        GOOD;

        static Health of(SourceState source) {
            if (source.failure() != null) {
                return FAILING;
            }
            if (source.lastSuccess() == null) {
                return NEVER_READ;
            }
            return source.sent() == 0 ? EMPTY : GOOD;
        }
    }

    public SourcesPage {
        sources = List.copyOf(sources);
    }

    static SourcesPage of(List<SourceState> all, Map<String, Long> publishers, String query) {
        List<SourceState> sources = all.stream()
                .filter(source -> has(source.id(), query))
                .sorted(WORST_FIRST)
                .toList();
        return new SourcesPage(
                sources,
                sources.stream().filter(source -> source.failure() != null).count(),
                publishers,
                query);
    }

    /** Whether a name has a text in it, in any case. */
    static boolean has(String name, String query) {
        return name.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
    }

    public Health health(SourceState source) {
        return Health.of(source);
    }

    /** Address of the articles of a publisher. */
    public String articles(String publisher) {
        return ResourceRequest.address("/search", Map.of("publisher", publisher));
    }

    @Override
    public String template() {
        return "sources";
    }
}
