package io.newsfold.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.Lineage.Evidence;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.LineageOverride;
import io.newsfold.contract.LineageOverride.Matter;
import io.newsfold.enrich.cluster.ClusteredArticle.Decision;
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
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncrementalClusteringTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.55, 0.2, 30, 7);
    private static final int HISTORIES = 1_000;

    /** Arrival of a version of an article, its withdrawal, or what a person says of it and another. */
    private record Event(
            String id,
            long version,
            Instant time,
            boolean withdrawn,
            @Nullable LineageOverride said) {
        static Event of(String id, long version, Instant time, boolean withdrawn) {
            return new Event(id, version, time, withdrawn, null);
        }

        ClusteredArticle node() {
            return new ClusteredArticle(
                    new CanonicalPosition(time, Instant.EPOCH.plusSeconds(version % 3), id),
                    version,
                    "en",
                    "headline of " + id,
                    null,
                    false);
        }
    }

    @Test
    void anyHistoryEndsWhereReadingTheFinalSetInOrderEnds() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            World world = new World(seed);
            List<Event> history = world.history();

            InMemoryClusterStore ledger = world.live(history);

            assertThat(decisions(ledger)).as("seed " + seed).isEqualTo(world.batch(history));
        }
    }

    @Test
    void inOrderEachArticleIsLookedAtOnce() {
        World world = new World(7);
        InMemoryClusterStore ledger = new InMemoryClusterStore();
        IncrementalClustering reading = new IncrementalClustering(ledger, THRESHOLDS);
        int looks = 0;

        List<Event> inOrder = world.history().stream()
                .filter(e -> e.said() == null && !e.withdrawn() && e.version() < World.REVISIONS_FROM)
                .distinct()
                .sorted(Comparator.comparing(e -> e.node().place()))
                .toList();
        for (Event event : inOrder) {
            looks += reading.arrive(event.node(), world.pairs(event, ledger)).looks();
        }

        assertThat(looks).isEqualTo(inOrder.size());
    }

    private static Map<String, Decision> decisions(InMemoryClusterStore ledger) {
        Map<String, Decision> decisions = new TreeMap<>();
        ledger.nodes.values().stream().filter(n -> !n.gone()).forEach(n -> decisions.put(n.id(), n.decision()));
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

        /** Few pairs of articles, so that people contradict each other and themselves. */
        private Event override(int articles, int minute) {
            int one = random.nextInt(articles);
            int other = (one + 1 + random.nextInt(3)) % articles;
            Boolean is = random.nextInt(4) == 0 ? null : Boolean.valueOf(random.nextInt(2) == 0);
            Instant time = Instant.EPOCH.plusSeconds(60L * (minute % 7));
            LineageOverride said = LineageOverride.of(
                    "a" + one, "a" + other, random.nextInt(2) == 0 ? Matter.COPY : Matter.STORY, is, time, null);
            return new Event(said.a(), 0, time, false, said);
        }

        InMemoryClusterStore live(List<Event> history) {
            InMemoryClusterStore ledger = new InMemoryClusterStore();
            IncrementalClustering reading = new IncrementalClustering(ledger, THRESHOLDS);
            for (Event event : history) {
                if (event.said() != null) {
                    reading.override(event.said());
                } else if (event.withdrawn()) {
                    reading.withdraw(event.id(), event.version());
                } else {
                    reading.arrive(event.node(), pairs(event, ledger));
                }
            }
            return ledger;
        }

        List<CandidatePair> pairs(Event event, InMemoryClusterStore ledger) {
            List<CandidatePair> pairs = new ArrayList<>();
            for (ClusteredArticle other : ledger.nodes.values()) {
                if (!other.gone() && !other.id().equals(event.id())) {
                    pair(event.node(), other).ifPresent(pairs::add);
                }
            }
            return pairs;
        }

        /** Same topic, then alike; the same numbers whoever asks. */
        private java.util.Optional<CandidatePair> pair(ClusteredArticle a, ClusteredArticle b) {
            boolean swap = a.id().compareTo(b.id()) > 0;
            ClusteredArticle x = swap ? b : a;
            ClusteredArticle y = swap ? a : b;
            SplittableRandom of = new SplittableRandom(
                    ((seed * 31L + x.id().hashCode()) * 31 + y.id().hashCode()) * 31 + x.version() * 7 + y.version());
            boolean sameTopic = topic(a) == topic(b);
            double story = sameTopic ? Math.round(of.nextDouble() * 10) / 15.0 : of.nextInt(10) == 0 ? 0.25 : 0;
            double copy = sameTopic && of.nextInt(8) == 0 ? 0.6 + Math.round(of.nextDouble() * 4) / 10.0 : 0;
            return story == 0 && copy == 0
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new CandidatePair(
                            b.place(),
                            a.version(),
                            b.version(),
                            copy,
                            story,
                            new Evidence(copy, story, 0, List.of(), List.of())));
        }

        private static int topic(ClusteredArticle node) {
            return Math.floorMod(
                    node.id().hashCode() + (node.version() >= REVISIONS_FROM ? (int) node.version() % 2 : 0), 6);
        }

        /** The definition, word for word: read the current articles in canonical order and decide each from those before it. */
        Map<String, Decision> batch(List<Event> history) {
            Map<String, Event> current = new LinkedHashMap<>();
            Map<String, LineageOverride> said = new TreeMap<>();
            history.stream().sorted(Comparator.comparingLong(Event::version)).forEach(e -> {
                if (e.said() == null) {
                    current.put(e.id(), e);
                } else {
                    said.merge(e.said().key(), e.said(), (one, other) -> other.isLaterThan(one) ? other : one);
                }
            });
            List<ClusteredArticle> inOrder = current.values().stream()
                    .filter(e -> !e.withdrawn())
                    .map(Event::node)
                    .sorted(Comparator.comparing(ClusteredArticle::place))
                    .toList();
            Map<String, Decision> decided = new HashMap<>();
            for (int i = 0; i < inOrder.size(); i++) {
                List<ClusteredArticle> before = inOrder.subList(0, i);
                decided.put(inOrder.get(i).id(), decide(inOrder.get(i), before, decided, said.values()));
            }
            return new TreeMap<>(decided);
        }

        private Decision decide(
                ClusteredArticle a,
                List<ClusteredArticle> before,
                Map<String, Decision> decided,
                Collection<LineageOverride> said) {
            List<LineageOverride> ofA = said.stream()
                    .filter(o -> o.a().equals(a.id()) || o.b().equals(a.id()))
                    .toList();
            List<ClusteredArticle> saidCopyOf = said(a, before, ofA, Matter.COPY, true);
            List<ClusteredArticle> saidNoCopyOf = said(a, before, ofA, Matter.COPY, false);
            List<ClusteredArticle> saidWith = said(a, before, ofA, Matter.STORY, true);
            List<String> saidNotIn = said(a, before, ofA, Matter.STORY, false).stream()
                    .map(b -> decision(decided, b.id()).story())
                    .toList();
            if (!saidCopyOf.isEmpty()) {
                return byHand(a, saidCopyOf.get(0), Relation.COPY, decided);
            }
            String wanted = saidWith.isEmpty()
                    ? null
                    : decision(decided, saidWith.get(0).id()).story();
            CandidatePair original = null;
            for (ClusteredArticle b : before) {
                CandidatePair pair = pair(a, b).orElse(null);
                boolean near = !b.place().time().isBefore(a.place().time().minusSeconds(30 * 86_400L));
                String story = decision(decided, b.id()).story();
                boolean allowed = (wanted == null ? !saidNotIn.contains(story) : wanted.equals(story))
                        && !saidNoCopyOf.contains(b);
                if (pair != null
                        && near
                        && allowed
                        && pair.copyScore() >= 0.55
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
                        evidence(original, 0.55),
                        false);
            }
            if (wanted != null) {
                return byHand(a, saidWith.get(0), Relation.STORY, decided);
            }
            List<ClusteredArticle> counting = before.stream()
                    .filter(b -> decision(decided, b.id()).relation() != Relation.COPY)
                    .filter(b -> !b.place().time().isBefore(a.place().time().minusSeconds(7 * 86_400L)))
                    .toList();
            Map<String, List<ClusteredArticle>> stories =
                    new LinkedHashMap<>(); // in the order of their first counting members
            counting.forEach(b -> stories.computeIfAbsent(
                            decision(decided, b.id()).story(), s -> new ArrayList<>())
                    .add(b));
            stories.keySet().removeAll(saidNotIn);
            Decision best = new Decision(a.id(), null, Relation.FIRST, 0, null, false);
            for (Map.Entry<String, List<ClusteredArticle>> story : stories.entrySet()) {
                double average = story.getValue().stream()
                                .mapToDouble(b -> pair(a, b)
                                        .map(CandidatePair::storyScore)
                                        .orElse(0.0))
                                .sum()
                        / story.getValue().size();
                if (average >= 0.2 && average > best.score()) {
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
                            average,
                            evidence(nearest, 0.2),
                            false);
                }
            }
            return best;
        }

        /** Articles before {@code a} of which this is said of it, in canonical order. */
        private static List<ClusteredArticle> said(
                ClusteredArticle a,
                List<ClusteredArticle> before,
                Collection<LineageOverride> said,
                Matter about,
                boolean is) {
            List<String> others = said.stream()
                    .filter(o -> o.about() == about && Objects.equals(o.is(), is))
                    .map(o -> o.other(a.id()))
                    .toList();
            return others.isEmpty()
                    ? List.of()
                    : before.stream().filter(b -> others.contains(b.id())).toList();
        }

        private Decision byHand(
                ClusteredArticle a, ClusteredArticle b, Relation relation, Map<String, Decision> decided) {
            CandidatePair pair = pair(a, b).orElse(new CandidatePair(b.place(), 0, 0, 0, 0, null));
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
