package io.newsfold.cli.print;

import io.newsfold.cli.topic.CurrentArticles;
import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.SameEvent;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.cluster.StorySimilarity;
import io.newsfold.enrich.cluster.StorySimilarity.Likeness;
import io.newsfold.enrich.fingerprint.BackgroundFrequencies;
import io.newsfold.enrich.fingerprint.Fingerprinter;
import io.newsfold.enrich.link.EventScore;
import io.newsfold.enrich.link.StorySignature;
import io.newsfold.enrich.match.PairExplanation;
import io.newsfold.enrich.match.PairExplanation.Signal;
import io.newsfold.enrich.match.SharedPassages;
import io.newsfold.enrich.match.Thresholds;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the evidence for the story of an article, or for the relation of two articles. It is computed again from the
 * public records, and equals what the job computed.
 */
public final class Explanation {
    private static final Thresholds THRESHOLDS = Thresholds.DEFAULT;
    private static final int MOST_STORIES = 3;
    private static final int MOST_PASSAGES = 5;

    private final PrintStream out;
    private final CurrentArticles articles;
    private final Map<String, Story> stories;
    private final List<LineageOverride> overrides;
    private final Map<String, Fingerprint> fingerprints = new HashMap<>();
    private final Fingerprinter fingerprinter = new Fingerprinter(BackgroundFrequencies.shipped());

    public Explanation(
            PrintStream out, CurrentArticles articles, List<Story> stories, List<LineageOverride> overrides) {
        this.out = out;
        this.articles = articles;
        this.stories = stories.stream().collect(Collectors.toMap(Story::id, Function.identity()));
        this.overrides = overrides;
    }

    /** Prints why an article is in its story. */
    public void print(EnrichedArticle article) {
        var link = article.place().lineage();
        out.println(title(article));
        out.println("is in story " + article.place().story().id() + ", "
                + article.place().story().headline() + ",");
        String parent = link.parent();
        if (parent == null) {
            boolean isApart = overrides.stream()
                    .anyMatch(o -> Boolean.FALSE.equals(o.is())
                            && List.of(o.a(), o.b()).contains(article.article().id()));
            out.println("as its first article: no earlier story resembles it enough"
                    + (isApart ? ", those aside from which a person keeps it." : "."));
        } else {
            EnrichedArticle base = articles.get(parent);
            String relation = link.relation() == Relation.COPY ? "as a copy of" : "nearest to";
            out.println(relation + " " + title(base) + (link.byHand() ? ", because a person decided so." : "."));
            if (!link.byHand()) {
                out.println(decisive(link.relation(), link.score()));
                printFading(article);
            }
            out.println();
            compare(base, article);
        }
        printOverrides(article.article().id());
        printOtherStories(article);
        printLinks(article.place().story().id());
    }

    private static String decisive(Relation relation, double score) {
        return relation == Relation.COPY
                ? "Of the shorter text " + percent(score) + " is word for word in the longer; a copy needs "
                        + percent(THRESHOLDS.copy()) + "."
                : "It resembles the story's earlier articles by " + number(score) + "; " + number(THRESHOLDS.story())
                        + " is needed.";
    }

    /** Prints what a story's age took from the similarity. */
    private void printFading(EnrichedArticle article) {
        double fading = similarity(article, article.place().story().id()).fading();
        if (article.place().lineage().relation() == Relation.STORY && fading < 1) {
            out.println("That is " + percent(fading) + " of the average: the story is older than a day.");
        }
    }

    /** Prints the relation of two articles. */
    public void print(EnrichedArticle one, EnrichedArticle other) {
        boolean inOrder = position(one).isBefore(position(other));
        EnrichedArticle earlier = inOrder ? one : other;
        EnrichedArticle later = inOrder ? other : one;
        out.println("Earlier: " + title(earlier));
        out.println("Later:   " + title(later));
        boolean sameStory =
                earlier.place().story().id().equals(later.place().story().id());
        boolean isChild = earlier.article().id().equals(later.place().lineage().parent());
        if (isChild && later.place().lineage().relation() == Relation.COPY) {
            out.println("The later is a copy of the earlier.");
        } else {
            out.println(sameStory ? "They are in one story." : "They are in different stories.");
        }
        out.println();
        compare(earlier, later);
        if (!sameStory) {
            printDistance(earlier, later);
        }
        printOverrides(one.article().id(), other.article().id());
    }

    private void compare(EnrichedArticle earlier, EnrichedArticle later) {
        PairExplanation explanation = PairExplanation.of(
                fingerprinter.fingerprint(earlier.article()), fingerprinter.fingerprint(later.article()));
        if (explanation.copySignals().get(0).value() == 0) {
            out.println("No wording is shared: no copy.");
        } else {
            out.println("Copy score " + number(explanation.copyScore()) + " (a copy needs " + number(THRESHOLDS.copy())
                    + ")" + (explanation.copyGuard().isEmpty() ? "" : ": " + explanation.copyGuard()));
            printSignals(explanation.copySignals());
        }
        out.println("Story score " + number(explanation.storyScore())
                + " (on average over a story's members, and less from its second day on, " + number(THRESHOLDS.story())
                + " is needed)");
        printSignals(explanation.storySignals());
        printWeightiest(explanation.storySignals());
        printList(
                "Shared passages",
                SharedPassages.shared(
                        later.article().text().articleBody(),
                        earlier.article().text().articleBody(),
                        MOST_PASSAGES));
        Map<String, Entity> named =
                later.article().entities().stream().collect(Collectors.toMap(Entity::id, Function.identity()));
        printList(
                "Shared names",
                earlier.article().entities().stream()
                        .filter(e -> named.containsKey(e.id()))
                        .map(Entity::name)
                        .toList());
    }

    private Fingerprint fingerprint(EnrichedArticle article) {
        return fingerprints.computeIfAbsent(article.article().id(), id -> fingerprinter.fingerprint(article.article()));
    }

    private void printSignals(List<Signal> signals) {
        for (Signal signal : signals) {
            out.println("  " + number(signal.value()) + "  " + signal.name()
                    + (signal.asks().isEmpty() ? "" : " (" + signal.asks() + ")")
                    + (signal.adds() == 0 ? "" : ": " + signed(signal.adds())));
        }
    }

    /** Prints which features count most for and against one event. */
    private void printWeightiest(List<Signal> signals) {
        List<Signal> byWeight = signals.stream()
                .filter(signal -> signal.adds() != 0)
                .sorted(Comparator.comparingDouble(Signal::adds).reversed())
                .toList();
        String most = byWeight.stream()
                .filter(signal -> signal.adds() > 0)
                .limit(2)
                .map(signal -> signal.name() + " " + signed(signal.adds()))
                .collect(Collectors.joining(", "));
        String least = byWeight.isEmpty() || byWeight.get(byWeight.size() - 1).adds() > 0
                ? ""
                : "; against: " + byWeight.get(byWeight.size() - 1).name() + " "
                        + signed(byWeight.get(byWeight.size() - 1).adds());
        out.println("A pair begins at " + signed(PairExplanation.start())
                + ", and is likely one event above 0. Most for it: " + (most.isEmpty() ? "nothing" : most) + least
                + ".");
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }

    private void printList(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    /** Prints why the later of two articles did not join the story of the earlier. */
    private void printDistance(EnrichedArticle earlier, EnrichedArticle later) {
        String story = earlier.place().story().id();
        String language = earlier.article().text().inLanguage();
        if (!language.equals(later.article().text().inLanguage())) {
            out.println("Why not: they are in two languages (" + language + ", "
                    + later.article().text().inLanguage() + "), and a story has one.");
            printEvent(story, later.place().story().id());
            return;
        }
        StorySimilarity similarity = similarity(later, story);
        if (similarity.value() >= THRESHOLDS.story()) {
            out.println("Why not: by " + number(similarity.value()) + " the later resembles the articles of"
                    + " the earlier's story enough; "
                    + (keptApart(later, story).isEmpty()
                            ? "it resembles its own more."
                            : "a person decided that it, or its story, stays apart:"));
            printOverrides(keptApart(later, story));
            return;
        }
        out.println("Why not: the later resembles the articles of the earlier's story by "
                + number(similarity.value())
                + (similarity.fading() < 1
                        ? " (" + number(similarity.fading()) + " of the average, by the days since that story began)"
                        : "")
                + ", where " + number(THRESHOLDS.story()) + " is needed"
                + (later.place().lineage().parent() == null
                        ? "."
                        : "; in its own story it reaches "
                                + number(later.place().lineage().score()) + "."));
    }

    /** Prints what speaks for two stories of different languages being on one event. */
    private void printEvent(String one, String other) {
        Optional<StorySignature> first = signature(one);
        Optional<StorySignature> second = signature(other);
        if (first.isEmpty() || second.isEmpty()) {
            out.println("Whether the stories are on one event is not known: "
                    + "one has no date, no known language, or is not published yet.");
            return;
        }
        EventScore score = EventScore.of(first.get(), second.get());
        out.println((score.isLink() ? "Their stories are linked as one event: " : "Their stories are not linked: ")
                + "score " + number(score.score()) + " (" + number(EventScore.THRESHOLD)
                + " is needed), weight of what both have " + number(score.weight()) + " ("
                + number(EventScore.LEAST_WEIGHT) + " is needed)");
        printList(
                "Both stories name", score.entities().stream().map(Named::name).toList());
        printList("Both stories give, digits alone", score.figures());
    }

    private Optional<StorySignature> signature(String story) {
        return Optional.ofNullable(stories.get(story)).flatMap(StorySignature::of);
    }

    /** Similarity to a story, as the clustering computes it. */
    private StorySimilarity similarity(EnrichedArticle article, String story) {
        List<Member> members = articles.all().stream()
                .filter(a -> a.place().story().id().equals(story))
                .map(a -> new Member(position(a), counts(a)))
                .sorted(Comparator.comparing(Member::position))
                .toList();
        return StorySimilarity.of(members, position(article), THRESHOLDS.storyDays(), id -> {
            PairExplanation pair = PairExplanation.of(fingerprint(articles.get(id)), fingerprint(article));
            return pair.storyScore() == 0 ? Likeness.NONE : new Likeness(pair.storyScore(), pair.rareNames());
        });
    }

    private boolean counts(EnrichedArticle article) {
        return article.place().lineage().relation() != Relation.COPY
                && !fingerprint(article).joinsOnly();
    }

    /** Prints the most similar of the other stories. */
    private void printOtherStories(EnrichedArticle article) {
        TreeMap<String, Double> similarities = new TreeMap<>();
        articles.all().stream()
                .filter(a -> position(a).isBefore(position(article))
                        && position(a).isWithin(THRESHOLDS.storyDays(), position(article))
                        && a.article()
                                .text()
                                .inLanguage()
                                .equals(article.article().text().inLanguage()))
                .map(a -> a.place().story().id())
                .filter(story -> !story.equals(article.place().story().id()))
                .distinct()
                .forEach(story ->
                        similarities.put(story, similarity(article, story).value()));
        List<String> nearest = similarities.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_STORIES)
                .map(e -> number(e.getValue()) + "  " + e.getKey() + ", "
                        + articles.find(e.getKey())
                                .map(a -> a.article().text().headline())
                                .orElse(""))
                .toList();
        printList(
                "Other stories of these days that it resembles (" + number(THRESHOLDS.story()) + " is needed)",
                nearest);
    }

    private void printLinks(String story) {
        List<SameEvent> links =
                Optional.ofNullable(stories.get(story)).map(Story::sameEvent).orElse(List.of());
        printList(
                "The same event in other languages (score; names and figures of both)",
                links.stream()
                        .map(link -> number(link.score()) + "  " + link.inLanguage() + "  " + link.story() + ", "
                                + link.headline() + ": "
                                + Stream.concat(link.entities().stream().map(Named::name), link.figures().stream())
                                        .collect(Collectors.joining(", ")))
                        .toList());
    }

    private void printOverrides(String... ids) {
        printOverrides(overrides.stream()
                .filter(o -> List.of(o.a(), o.b()).containsAll(List.of(ids)))
                .toList());
    }

    private void printOverrides(List<LineageOverride> decisions) {
        printList(
                "Decisions by people",
                decisions.stream()
                        .map(override -> OverrideSentence.of(override, id -> id))
                        .toList());
    }

    /** The decisions that an article is not in a story: those on one of the two stories' articles each. */
    private List<LineageOverride> keptApart(EnrichedArticle article, String story) {
        Set<String> own = idsIn(article.place().story().id());
        Set<String> others = idsIn(story);
        return overrides.stream()
                .filter(o -> Boolean.FALSE.equals(o.is()))
                .filter(o ->
                        own.contains(o.a()) && others.contains(o.b()) || own.contains(o.b()) && others.contains(o.a()))
                .toList();
    }

    private Set<String> idsIn(String story) {
        return articles.all().stream()
                .filter(a -> a.place().story().id().equals(story))
                .map(a -> a.article().id())
                .collect(Collectors.toSet());
    }

    private static CanonicalPosition position(EnrichedArticle article) {
        return CanonicalPosition.of(article.article());
    }

    private static String title(EnrichedArticle article) {
        CleanArticle shown = article.article();
        return SourceName.of(shown.source().publisher(), shown.url()).orElse("unknown source") + ", "
                + (shown.hasDate() ? "" : "fetched ") + shown.time() + ": "
                + article.article().text().headline() + " ["
                + article.article().id() + "]";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
