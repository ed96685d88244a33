package io.newsfold.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.EntityType;
import io.newsfold.contract.Story.Named;
import io.newsfold.contract.Story.SameEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinksTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> LANGUAGES = List.of("de", "fr", "ru", "zh-Hant");
    private static final Comparator<SameEvent> BEST_FIRST =
            Comparator.comparingDouble(SameEvent::score).reversed().thenComparing(SameEvent::story);

    private final StoresInMemory store = new StoresInMemory();
    private final EventLinks links = new EventLinks(store);

    @SuppressWarnings("NullAway.Init")
    EventLinksTest() {}

    /** Everything in maps, without an index. */
    private static final class StoresInMemory implements LinkStore {
        private final Map<String, StorySignature> signatures = new HashMap<>();
        private final Map<String, List<SameEvent>> links = new HashMap<>();

        @Override
        public Optional<StorySignature> signature(String story) {
            return Optional.ofNullable(signatures.get(story));
        }

        @Override
        public void put(StorySignature signature) {
            signatures.put(signature.story(), signature);
        }

        @Override
        public void remove(String story) {
            signatures.remove(story);
        }

        @Override
        public List<SameEvent> links(String story) {
            return links.getOrDefault(story, List.of());
        }

        @Override
        public void put(String story, List<SameEvent> its) {
            links.put(story, its);
        }

        @Override
        public Set<String> languages() {
            return signatures.values().stream().map(StorySignature::inLanguage).collect(Collectors.toSet());
        }

        @Override
        public List<String> stories(String language, String key, LocalDate from, LocalDate to) {
            return signatures.values().stream()
                    .filter(s -> s.inLanguage().equals(language) && s.keys().contains(key))
                    .filter(s -> !EventLinks.day(s).isBefore(from)
                            && !EventLinks.day(s).isAfter(to))
                    .map(StorySignature::story)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theLinksDependOnTheStoriesAlone(long seed) {
        Random random = new Random(seed);
        Map<String, StorySignature> last = new TreeMap<>();
        Map<String, List<SameEvent>> told = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            String story = "s" + random.nextInt(60);
            StorySignature signature = random.nextInt(5) == 0 ? null : random(story, random);
            links.update(story, signature, told::put);
            if (signature == null) {
                last.remove(story);
            } else {
                last.put(story, signature);
            }
        }
        told.values().removeIf(List::isEmpty);

        assertThat(told).isNotEmpty().isEqualTo(ofAllPairs(last.values()));
    }

    @Test
    void aStoryThatGoesTakesItsLinksAlong() {
        links.update("a", story("a", "de", MONDAY, "Jürgen Altmeier", "Sabine Kortmann"), (story, now) -> {});
        links.update("b", story("b", "fr", MONDAY, "Jürgen Altmeier", "Sabine Kortmann"), (story, now) -> {});
        assertThat(store.links("a")).hasSize(1);
        Map<String, List<SameEvent>> told = new HashMap<>();

        links.update("b", null, told::put);

        assertThat(told).containsOnlyKeys("a", "b");
        assertThat(store.links("a")).isEmpty();
        assertThat(store.links("b")).isEmpty();
    }

    @Test
    void storiesOfOneLanguageAndOfOtherWeeksAreNotLinked() {
        StorySignature story = story("a", "de", MONDAY, "Jürgen Altmeier", "Sabine Kortmann");

        assertThat(EventScore.of(story, story("b", "de", MONDAY, "Jürgen Altmeier", "Sabine Kortmann"))
                        .isLink())
                .isFalse();
        assertThat(EventScore.of(
                                story,
                                story("b", "fr", MONDAY.plus(Duration.ofDays(4)), "Jürgen Altmeier", "Sabine Kortmann"))
                        .isLink())
                .isFalse();
        assertThat(EventScore.of(story, story("b", "fr", MONDAY, "Jürgen Altmeier", "Sabine Kortmann"))
                        .isLink())
                .isTrue();
    }

    @Test
    void aNameInAnotherScriptIsFoundByItsSound() {
        EventScore score = EventScore.of(
                story("a", "en", MONDAY, "Rafiqul Chowdhury", "Shamima Nahar", "Kapotaksha"),
                story("b", "ru", MONDAY, "Рафикул Чоудхури", "Капотакша"));

        assertThat(score.isLink()).isTrue();
        assertThat(score.entities()).extracting(Named::name).containsExactly("Rafiqul Chowdhury", "Kapotaksha");
    }

    @Test
    void countriesAndFiguresAloneAreNoEvent() {
        String[] names = {"France", "Turkey", "Czech Republic", "Germany", "European Union"};
        StorySignature one = story("a", "en", MONDAY, names);
        StorySignature other = story("b", "de", MONDAY, names);

        assertThat(EventScore.of(one, other).isLink()).isFalse();
    }

    @Test
    void theScoreIsTheSameInBothDirections() {
        StorySignature one = story("a", "de", MONDAY, "Altmeier");
        StorySignature other = new StorySignature(
                "b",
                "fr",
                "Headline",
                MONDAY,
                List.of(SoundedName.of(new Named("e-Altmeier", EntityType.PLACE, "Altmeier"))),
                one.figures());

        assertThat(EventScore.of(one, other).score())
                .isEqualTo(EventScore.of(other, one).score());
        assertThat(EventScore.of(one, other).weight())
                .isEqualTo(EventScore.of(other, one).weight());
    }

    private static StorySignature random(String story, Random random) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            names.add(List.of("Altmeier", "Kortmann", "Brennecke", "Wessling", "Lindhorst", "Hagemann")
                    .get(random.nextInt(6)));
        }
        return story(
                story,
                LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                MONDAY.plus(Duration.ofHours(random.nextInt(120))),
                names.stream().distinct().toArray(String[]::new));
    }

    private static StorySignature story(String id, String language, Instant first, String... names) {
        List<SoundedName> sounded = new ArrayList<>();
        for (String name : names) {
            sounded.add(SoundedName.of(new Named("e-" + name, EntityType.PERSON, name)));
        }
        return new StorySignature(id, language, "Headline of " + id, first, sounded, List.of("27", "2026"));
    }

    private static Map<String, List<SameEvent>> ofAllPairs(Collection<StorySignature> stories) {
        Map<String, List<SameEvent>> all = new TreeMap<>();
        for (StorySignature from : stories) {
            List<SameEvent> its = new ArrayList<>();
            for (StorySignature to : stories) {
                EventScore score = EventScore.of(from, to);
                if (score.isLink()) {
                    its.add(new SameEvent(
                            to.story(),
                            to.inLanguage(),
                            to.headline(),
                            score.score(),
                            score.entities(),
                            score.figures()));
                }
            }
            if (!its.isEmpty()) {
                all.put(from.story(), its.stream().sorted(BEST_FIRST).toList());
            }
        }
        return all;
    }
}
