package io.newsfold.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.contract.StoryChange;
import io.newsfold.enrich.cluster.ClusterStore.Member;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
import io.newsfold.enrich.cluster.StorySimilarity.Likeness;
import io.newsfold.enrich.match.CandidatePair;
import io.newsfold.enrich.match.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncrementalClusteringTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.55, 0.2, 30, 7);
    private static final int HISTORIES = 1_000;

    /** Arrival of a version of an article, its withdrawal, or an override of it and another article. */
    private record Event(
            String id,
            long version,
            Instant time,
            boolean withdrawn,
            @Nullable LineageOverride override) {
        static Event of(String id, long version, Instant time, boolean withdrawn) {
            return new Event(id, version, time, withdrawn, null);
        }

        ClusteredArticle article() {
            return ClusteredArticle.undecided(
                    new CanonicalPosition(time, Instant.EPOCH.plusSeconds(version % 3), id),
                    version,
                    "en",
                    "headline of " + id,
                    Math.floorMod(id.hashCode() + version, 5) == 0,
                    0);
        }
    }

    @Test
    void anyHistoryEndsInTheClusteringOfTheFinalSetInCanonicalOrder() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            World world = new World(seed);
            List<Event> history = world.history();

            InMemoryClusterStore store = world.live(history);

            assertThat(decisions(store)).as("seed " + seed).isEqualTo(world.batch(history));
        }
    }

    @Test
    void articlesThatArriveInOrderAreDecidedOnceEach() {
        World world = new World(7);
        InMemoryClusterStore store = new InMemoryClusterStore();
        IncrementalClustering clustering = new IncrementalClustering(store, THRESHOLDS);
        int decisions = 0;

        List<Event> inOrder = world.history().stream()
                .filter(e -> e.override() == null && !e.withdrawn() && e.version() < World.REVISIONS_FROM)
                .distinct()
                .sorted(Comparator.comparing(e -> e.article().position()))
                .toList();
        for (Event event : inOrder) {
            decisions += clustering
                    .arrive(event.article(), world.pairs(event, store))
                    .decisions();
        }

        assertThat(decisions).isEqualTo(inOrder.size());
    }

    private static Map<String, Decision> decisions(InMemoryClusterStore store) {
        Map<String, Decision> decisions = new TreeMap<>();
        store.articles.values().stream().filter(n -> !n.withdrawn()).forEach(n -> decisions.put(n.id(), n.decision()));
        return decisions;
    }

    /** Articles in topics, with scores that depend on the two versions alone. */
    private static final class World {
        static final long REVISIONS_FROM = 1_000_000;
        private final int seed;
        private final Random random;

        World(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        List<Event> history() {
            int articles = 28 + random.nextInt(195); // 50 to 400 events
            int days = 2 + random.nextInt(40);
            List<Event> first = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                // few distinct times, so that ties are common
                Instant time = Instant.parse("2025-04-01T00:00:00Z").plusSeconds(6 * 3_600L * random.nextInt(4 * days));
                first.add(Event.of("a" + i, i, time, false));
            }
            List<Event> later = new ArrayList<>();
            for (int i = 0; i < articles / 3; i++) {
                Event of = first.get(random.nextInt(articles));
                Instant time =
                        random.nextInt(3) == 0 ? of.time().plusSeconds(86_400L * (random.nextInt(9) - 4)) : of.time();
                later.add(Event.of(of.id(), REVISIONS_FROM + i, time, random.nextInt(3) == 0));
            }
            List<Event> history = new ArrayList<>(first);
            Collections.shuffle(history, random);
            for (Event event : later) {
                int after = 0;
                for (int i = 0; i < history.size(); i++) {
                    after = history.get(i).id().equals(event.id()) ? i + 1 : after;
                }
                history.add(after + random.nextInt(history.size() - after + 1), event);
            }
            for (int i = 0; i < articles / 4; i++) {
                history.add(random.nextInt(history.size() + 1), override(articles, i));
            }
            for (int i = 0; i < articles / 5; i++) { // delivered twice
                int at = random.nextInt(history.size());
                history.add(at + random.nextInt(history.size() - at) + 1, history.get(at));
            }
            return history;
        }

        /** Few pairs of articles, so that overrides contradict each other. */
        private Event override(int articles, int minute) {
            int one = random.nextInt(articles);
            int other = (one + 1 + random.nextInt(3)) % articles;
            Boolean is = random.nextInt(4) == 0 ? null : Boolean.valueOf(random.nextInt(2) == 0);
            Instant time = Instant.EPOCH.plusSeconds(60L * (minute % 7));
            LineageOverride override = LineageOverride.of(
                    "a" + one, "a" + other, random.nextInt(2) == 0 ? Matter.COPY : Matter.STORY, is, time, null);
            return new Event(override.a(), 0, time, false, override);
        }

        InMemoryClusterStore live(List<Event> history) {
            InMemoryClusterStore store = new InMemoryClusterStore();
            IncrementalClustering clustering = new IncrementalClustering(store, THRESHOLDS);
            for (Event event : history) {
                Reclustering reclustering = apply(event, clustering, store);
                StoryChangeEvents.of(reclustering, store, event.time()).forEach(World::checkHeadlines);
            }
            return store;
        }

        private Reclustering apply(Event event, IncrementalClustering clustering, InMemoryClusterStore store) {
            if (event.override() != null) {
                return clustering.override(event.override());
            }
            return event.withdrawn()
                    ? clustering.withdraw(event.id(), event.version())
                    : clustering.arrive(event.article(), pairs(event, store));
        }

        /** Whatever a change names has its headline, be it withdrawn or merged into another story. */
        private static void checkHeadlines(StoryChange change) {
            assertThat(change.headline()).isEqualTo("headline of " + change.story());
            assertThat(change.articleHeadline())
                    .isEqualTo(change.article() == null ? null : "headline of " + change.article());
            assertThat(change.fromHeadline()).isEqualTo(change.from() == null ? null : "headline of " + change.from());
        }

        List<CandidatePair> pairs(Event event, InMemoryClusterStore store) {
            List<CandidatePair> pairs = new ArrayList<>();
            for (ClusteredArticle other : store.articles.values()) {
                if (!other.withdrawn() && !other.id().equals(event.id())) {
                    pair(event.article(), other).ifPresent(pairs::add);
                }
            }
            return pairs;
        }

        /** Articles of one topic are similar; the scores are the same in either order. */
        private Optional<CandidatePair> pair(ClusteredArticle a, ClusteredArticle b) {
            boolean swap = a.id().compareTo(b.id()) > 0;
            ClusteredArticle x = swap ? b : a;
            ClusteredArticle y = swap ? a : b;
            SplittableRandom of = new SplittableRandom(
                    ((seed * 31L + x.id().hashCode()) * 31 + y.id().hashCode()) * 31 + x.version() * 7 + y.version());
            boolean sameTopic = topic(a) == topic(b);
            double story = sameTopic ? Math.round(of.nextDouble() * 10) / 15.0 : of.nextInt(10) == 0 ? 0.25 : 0;
            double copy = sameTopic && of.nextInt(8) == 0 ? 0.6 + Math.round(of.nextDouble() * 4) / 10.0 : 0;
            return story == 0 && copy == 0
                    ? Optional.empty()
                    : Optional.of(new CandidatePair(
                            b.position(),
                            a.version(),
                            b.version(),
                            copy,
                            story,
                            of.nextInt(6),
                            new Evidence(copy, story, 0, List.of(), List.of())));
        }

        private static int topic(ClusteredArticle article) {
            return Math.floorMod(
                    article.id().hashCode() + (article.version() >= REVISIONS_FROM ? (int) article.version() % 2 : 0),
                    6);
        }

        /** The definition: decide the current articles in canonical order, each from those before it. */
        Map<String, Decision> batch(List<Event> history) {
            Map<String, Event> current = new LinkedHashMap<>();
            Map<String, LineageOverride> overrides = new TreeMap<>();
            history.stream().sorted(Comparator.comparingLong(Event::version)).forEach(e -> {
                if (e.override() == null) {
                    current.put(e.id(), e);
                } else {
                    overrides.merge(
                            e.override().key(), e.override(), (one, other) -> other.isLaterThan(one) ? other : one);
                }
            });
            List<ClusteredArticle> inOrder = current.values().stream()
                    .filter(e -> !e.withdrawn())
                    .map(Event::article)
                    .sorted(Comparator.comparing(ClusteredArticle::position))
                    .toList();
            Map<String, Decision> decided = new HashMap<>();
            for (int i = 0; i < inOrder.size(); i++) {
                List<ClusteredArticle> before = inOrder.subList(0, i);
                decided.put(inOrder.get(i).id(), decide(inOrder.get(i), before, decided, overrides.values()));
            }
            return new TreeMap<>(decided);
        }

        private Decision decide(
                ClusteredArticle a,
                List<ClusteredArticle> before,
                Map<String, Decision> decided,
                Collection<LineageOverride> overrides) {
            List<LineageOverride> overridesOfA = overrides.stream()
                    .filter(o -> o.a().equals(a.id()) || o.b().equals(a.id()))
                    .toList();
            List<ClusteredArticle> originals = overridden(a, before, overridesOfA, Matter.COPY, true);
            List<ClusteredArticle> excludedOriginals = overridden(a, before, overridesOfA, Matter.COPY, false);
            List<ClusteredArticle> companions = overridden(a, before, overridesOfA, Matter.STORY, true);
            List<String> excludedStories = overridden(a, before, overridesOfA, Matter.STORY, false).stream()
                    .map(b -> decision(decided, b.id()).story())
                    .toList();
            if (!originals.isEmpty()) {
                return byHand(a, originals.get(0), Relation.COPY, decided);
            }
            String wanted = companions.isEmpty()
                    ? null
                    : decision(decided, companions.get(0).id()).story();
            CandidatePair original = null;
            for (ClusteredArticle b : before) {
                CandidatePair pair = pair(a, b).orElse(null);
                boolean near = !b.position()
                        .time()
                        .isBefore(a.position().time().minusSeconds(THRESHOLDS.copyDays() * 86_400L));
                String story = decision(decided, b.id()).story();
                boolean allowed = (wanted == null ? !excludedStories.contains(story) : wanted.equals(story))
                        && !excludedOriginals.contains(b);
                if (pair != null
                        && near
                        && allowed
                        && pair.copyScore() >= THRESHOLDS.copy()
                        && (original == null || pair.copyScore() > original.copyScore())) {
                    original = pair;
                }
            }
            if (original != null) {
                return new Decision(
                        decision(decided, original.other().id()).story(),
                        original.other().id(),
                        Relation.COPY,
                        original.copyScore(),
                        evidence(original, THRESHOLDS.copy()),
                        false);
            }
            if (wanted != null) {
                return byHand(a, companions.get(0), Relation.STORY, decided);
            }
            List<ClusteredArticle> counting = before.stream()
                    .filter(b -> decision(decided, b.id()).relation() != Relation.COPY && !b.joinsOnly())
                    .filter(b -> !b.position()
                            .time()
                            .isBefore(a.position().time().minusSeconds(THRESHOLDS.storyDays() * 86_400L)))
                    .toList();
            Map<String, List<ClusteredArticle>> stories =
                    new LinkedHashMap<>(); // in the order of their first counting members
            counting.forEach(b -> stories.computeIfAbsent(
                            decision(decided, b.id()).story(), s -> new ArrayList<>())
                    .add(b));
            stories.keySet().removeAll(excludedStories);
            Decision best = new Decision(a.id(), null, Relation.FIRST, 0, null, false);
            for (Map.Entry<String, List<ClusteredArticle>> story : stories.entrySet()) {
                List<Member> members = new ArrayList<>();
                story.getValue().forEach(b -> members.add(new Member(b.position(), true)));
                ClusteredArticle first = before.stream()
                        .filter(b -> decision(decided, b.id()).story().equals(story.getKey()))
                        .findFirst()
                        .orElseThrow();
                members.add(0, new Member(first.position(), false)); // only the story's age is by it
                double similarity = StorySimilarity.of(
                                members, a.position(), THRESHOLDS.storyDays(), b -> likeness(a, story.getValue(), b))
                        .value();
                if (similarity >= THRESHOLDS.story() && similarity > best.score()) {
                    CandidatePair nearest = null;
                    for (ClusteredArticle b : story.getValue()) {
                        CandidatePair pair = pair(a, b).orElse(null);
                        nearest = pair != null && (nearest == null || pair.storyScore() > nearest.storyScore())
                                ? pair
                                : nearest;
                    }
                    best = new Decision(
                            story.getKey(),
                            Objects.requireNonNull(nearest).other().id(),
                            Relation.STORY,
                            similarity,
                            evidence(nearest, THRESHOLDS.story()),
                            false);
                }
            }
            return best;
        }

        private Likeness likeness(ClusteredArticle a, List<ClusteredArticle> members, String id) {
            return members.stream()
                    .filter(b -> b.id().equals(id))
                    .flatMap(b -> pair(a, b).stream())
                    .map(pair -> new Likeness(pair.storyScore(), pair.rareNames()))
                    .findFirst()
                    .orElse(Likeness.NONE);
        }

        /** Articles before {@code a} that an override of this kind links with it, in canonical order. */
        private static List<ClusteredArticle> overridden(
                ClusteredArticle a,
                List<ClusteredArticle> before,
                Collection<LineageOverride> overrides,
                Matter about,
                boolean is) {
            List<String> others = overrides.stream()
                    .filter(o -> o.about() == about && Objects.equals(o.is(), is))
                    .map(o -> o.other(a.id()))
                    .toList();
            return others.isEmpty()
                    ? List.of()
                    : before.stream().filter(b -> others.contains(b.id())).toList();
        }

        private Decision byHand(
                ClusteredArticle a, ClusteredArticle b, Relation relation, Map<String, Decision> decided) {
            CandidatePair pair = pair(a, b).orElse(new CandidatePair(b.position(), 0, 0, 0, 0, 0, null));
            return new Decision(
                    decision(decided, b.id()).story(),
                    b.id(),
                    relation,
                    relation == Relation.COPY ? pair.copyScore() : pair.storyScore(),
                    pair.evidence() == null ? null : evidence(pair, 0),
                    true);
        }

        private static Decision decision(Map<String, Decision> decided, String id) {
            return Objects.requireNonNull(decided.get(id), id);
        }

        private static Evidence evidence(CandidatePair pair, double threshold) {
            return new Evidence(pair.copyScore(), pair.storyScore(), threshold, List.of(), List.of());
        }
    }
}
