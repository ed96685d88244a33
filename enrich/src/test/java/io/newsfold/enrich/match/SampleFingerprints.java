package io.newsfold.enrich.match;

import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.Fingerprint;
import io.newsfold.contract.Fingerprint.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Made-up fingerprints of a week of news, in the order of publication, skewed as news is: few stories have hundreds of
 * articles and most have one, some beats have much more news than others, one article in five is a copy, outlets end
 * their pages with the same lines. The same for the same seed.
 */
public final class SampleFingerprints {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final int SECONDS = 7 * 86_400;
    private static final int LARGEST_STORY = 300;
    private static final int BEATS = 3_000;
    private static final int BEAT_WORDS = 60;
    private static final int COMMON_WORDS = 15_000;
    private static final int OUTLETS = 2_000;
    private static final int SHINGLES = 90;

    private final long seed;
    private final List<Item> items = new ArrayList<>();

    /** One article, before it is made. */
    private record Item(int second, int story, int member) {}

    public SampleFingerprints(int articles, long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        for (int story = 0; items.size() < articles; story++) {
            int size = (int) Math.min(LARGEST_STORY, Math.pow(1 - random.nextDouble(), -1 / 1.5)); // power law
            int first = random.nextInt(SECONDS);
            for (int member = 0; member < size && items.size() < articles; member++) {
                double later = member == 0 ? 0 : -Math.log(1 - random.nextDouble()) * 43_200;
                items.add(new Item(first + (int) later % (SECONDS - first), story, member));
            }
        }
        items.sort(
                Comparator.comparingInt(Item::second).thenComparing(Item::story).thenComparing(Item::member));
    }

    int size() {
        return items.size();
    }

    public Fingerprint get(int index) {
        Item item = items.get(index);
        SplittableRandom story = new SplittableRandom(seed * 31 + item.story());
        SplittableRandom own = new SplittableRandom((seed * 31 + item.story()) * 31 + item.member());
        int beat = Math.max(0, skewed(story, BEATS) - 20 + story.nextInt(20));
        boolean isCopy = item.member() > 0 && own.nextInt(5) == 0;
        Map<String, Integer> weights = new HashMap<>();
        for (int i = 0; i < 14; i++) {
            String word = "s" + item.story() + "w" + i;
            if (own.nextInt(100) < 65) {
                weights.put(word, 120 + own.nextInt(136));
            }
        }
        for (int i = 0; i < 8; i++) {
            weights.putIfAbsent("b" + beat + "w" + own.nextInt(BEAT_WORDS), 60 + own.nextInt(120));
        }
        while (weights.size() < 100) {
            int rank = skewed(own, COMMON_WORDS);
            weights.putIfAbsent(
                    "c" + rank, (int) (15 + 11 * Math.log(rank + 1)) + own.nextInt(20)); // rare words weigh more
        }
        List<Term> terms = weights.entrySet().stream()
                .map(e -> new Term(e.getKey(), e.getValue(), !e.getKey().startsWith("c")))
                .sorted(Comparator.comparingInt((Term t) -> -t.weight()).thenComparing(Term::word))
                .toList();
        List<Term> title = terms.subList(0, 8).stream()
                .map(t -> new Term(t.word(), 5_000, false))
                .sorted(Comparator.comparing(Term::word))
                .toList();
        return new Fingerprint(
                Fingerprint.SCHEMA,
                String.format("%020x", (long) index * 0x9E3779B97F4A7C15L),
                START.plusSeconds(item.second()),
                START.plusSeconds(item.second()),
                "en",
                String.join(" ", title.stream().map(Term::word).toList()),
                ArticleKind.REPORT,
                "outlet " + own.nextInt(OUTLETS),
                500,
                terms,
                List.of(),
                title,
                List.of(),
                List.of("2025", Integer.toString(own.nextInt(100))),
                shingles(item, isCopy, own),
                3,
                List.of(),
                "made up");
    }

    /** A copy has most of the runs of the story's first article; all have some of their outlet. */
    private List<Integer> shingles(Item item, boolean isCopy, SplittableRandom own) {
        TreeSet<Integer> shingles = new TreeSet<>();
        SplittableRandom outlet = new SplittableRandom(seed + own.nextInt(OUTLETS));
        for (int i = 0; i < 3; i++) {
            shingles.add(outlet.nextInt() & ~7);
        }
        SplittableRandom first = new SplittableRandom((seed + item.story()) * 131);
        for (int i = 0; i < SHINGLES - 3; i++) {
            int ofFirst = first.nextInt() & ~7;
            boolean same = item.member() == 0 || isCopy && own.nextInt(100) < 90;
            shingles.add(same ? ofFirst : own.nextInt() & ~7);
        }
        return List.copyOf(shingles);
    }

    /** Low numbers much more often: the density falls as one over the number. */
    private static int skewed(SplittableRandom random, int below) {
        return (int) Math.exp(random.nextDouble() * Math.log(below)) - 1;
    }
}
