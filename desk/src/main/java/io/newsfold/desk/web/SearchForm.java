package io.newsfold.desk.web;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.LanguageCode;
import io.newsfold.desk.index.ArticleQuery;
import io.newsfold.desk.index.IndexQueries;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request searches for.
 *
 * @param query of its parameters; those with a problem are left out
 * @param problems why a parameter has no sense, by its name, a sentence each
 */
record SearchForm(ArticleQuery query, Map<String, String> problems) {
    /** The names of the parameters that choose articles. */
    static final Set<String> PARAMETERS =
            Set.of("q", "from", "to", "publisher", "language", "entity", "speaker", "topic", "kind", "flag");

    private static final String PUBLISHER = "publisher";
    private static final String LANGUAGE = "language";
    private static final int SUGGESTIONS = 3;

    SearchForm {
        problems = Map.copyOf(problems);
    }

    /** @param queries ask for the names of all publishers, where the request names one */
    static SearchForm of(ResourceRequest request, IndexQueries queries) {
        Map<String, String> problems = new LinkedHashMap<>();
        @Nullable Instant from = read("from", problems, () -> request.time("from"));
        @Nullable Instant to = read("to", problems, () -> request.time("to"));
        @Nullable Set<String> publisher = read(PUBLISHER, problems, () -> publishers(request, queries));
        @Nullable String language = read(LANGUAGE, problems, () -> language(request));
        @Nullable ArticleKind kind = read("kind", problems, () -> kind(request));
        String words = request.value("q").orElse("");
        if (words.length() > ArticleQuery.MAX_LENGTH) {
            problems.put("q", "a search has at most " + ArticleQuery.MAX_LENGTH + " characters");
            words = "";
        }
        if (from != null && to != null && !from.isBefore(to)) {
            problems.put("to", "nothing is from " + from + " on and before " + to);
            to = null;
        }
        ArticleQuery query = new ArticleQuery(
                words,
                from,
                to,
                publisher,
                language,
                request.valueOrNull("entity"),
                request.valueOrNull("speaker"),
                request.valueOrNull("topic"),
                kind,
                request.valueOrNull("flag"));
        return new SearchForm(query, problems);
    }

    private static <T> @Nullable T read(String name, Map<String, String> problems, Supplier<@Nullable T> value) {
        try {
            return value.get();
        } catch (RequestException e) {
            problems.put(name, e.sentence());
        } catch (IllegalArgumentException e) {
            problems.put(name, String.valueOf(e.getMessage()));
        }
        return null;
    }

    /** The publisher of this name in any case, else those that have it in their names. */
    private static @Nullable Set<String> publishers(ResourceRequest request, IndexQueries queries) {
        String wanted = request.value(PUBLISHER).orElse("");
        if (wanted.isEmpty()) {
            return null;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        Set<String> all = queries.publishers(ArticleQuery.ALL).keySet();
        Set<String> parts = all.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(lower))
                .collect(Collectors.toCollection(TreeSet::new));
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no source has " + wanted + " in its name" + near(lower, all));
        }
        Set<String> same =
                parts.stream().filter(name -> name.equalsIgnoreCase(wanted)).collect(Collectors.toSet());
        return same.isEmpty() ? parts : same;
    }

    /** Names with the same beginning. */
    private static String near(String lower, Set<String> all) {
        String beginning = lower.substring(0, Math.min(SUGGESTIONS, lower.length()));
        String names = all.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; there are " + names;
    }

    private static @Nullable String language(ResourceRequest request) {
        String wanted = request.valueOrNull(LANGUAGE);
        return wanted == null
                ? null
                : LanguageCode.named(wanted)
                        .orElseThrow(() -> new IllegalArgumentException("no language is called " + wanted));
    }

    private static @Nullable ArticleKind kind(ResourceRequest request) {
        String wanted = request.valueOrNull("kind");
        return wanted == null ? null : ArticleKind.named(wanted);
    }

    /** @throws RequestException with the first problem, where there is one */
    ArticleQuery orThrow() {
        problems.values().stream().findFirst().ifPresent(sentence -> {
            throw new RequestException(400, sentence);
        });
        return query;
    }
}
