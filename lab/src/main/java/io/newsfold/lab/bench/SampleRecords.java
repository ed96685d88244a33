package io.newsfold.lab.bench;

import io.newsfold.contract.ArticleId;
import io.newsfold.contract.ArticleKind;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.EnrichedArticle;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Lineage;
import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import io.newsfold.contract.StoryChapters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up enriched articles and their stories, without a pipeline. The same seed gives the same records. */
final class SampleRecords {
    private static final int ENTITIES = 5_000;

    private final Random random;
    private final String[] words = words();

    SampleRecords(long seed) {
        random = new Random(seed);
    }

    /** Whether a story of {@code size} articles is complete. */
    boolean isComplete(int size) {
        return random.nextInt(3) == 0 || size == 40;
    }

    /** A word of the articles, by its frequency rank. */
    String word(int rank) {
        return words[rank];
    }

    /**
     * An article.
     *
     * @param number gives its address and its time
     * @param first the first article of its story; null where it is the first
     */
    EnrichedArticle article(int number, @Nullable EnrichedArticle first) {
        String url = "https://paper" + number % 200 + ".example/" + number;
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 120L);
        String headline = sentence(8);
        CleanArticle.Source source = new CleanArticle.Source(null, "bench", "Paper " + number % 200);
        String id = ArticleId.of(url);
        ArticleText text = new ArticleText(
                headline,
                null,
                List.of(),
                time.atOffset(ZoneOffset.UTC),
                null,
                null,
                null,
                null,
                List.of(),
                "en",
                null,
                ArticleKind.REPORT,
                body());
        CleanArticle article = new CleanArticle(
                CleanArticle.SCHEMA,
                id,
                url,
                source,
                text,
                entities(),
                List.of(),
                null,
                List.of(),
                List.of(new CleanArticle.Version(1, "0", time, source, List.of(), null)),
                new CleanArticle.Cleaning(List.of()),
                new CleanArticle.Fields(null, null, null, null, null, null, null, null),
                List.of());
        return EnrichedArticle.of(article, lineage(article, first));
    }

    private static Lineage lineage(CleanArticle article, @Nullable EnrichedArticle first) {
        if (first == null) {
            return new Lineage(
                    Lineage.SCHEMA,
                    article.id(),
                    new Lineage.StoryRef(article.id(), article.text().headline()),
                    null,
                    new Lineage.Link(null, Relation.FIRST, 0.5, null, false));
        }
        return new Lineage(
                Lineage.SCHEMA,
                article.id(),
                first.place().story(),
                null,
                new Lineage.Link(first.article().id(), Relation.STORY, 0.5, null, false));
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            body.append(i == 0 ? "" : "\n\n")
                    .append(sentence(25))
                    .append(". ")
                    .append(sentence(20))
                    .append('.');
        }
        return body.toString();
    }

    private List<Entity> entities() {
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int entity = random.nextInt(ENTITIES);
            entities.add(new Entity(
                    "e-" + entity,
                    EntityType.PERSON,
                    words[entity % words.length],
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    0.1,
                    List.of(new Entity.Mention(i * 20, i * 20 + 8)),
                    List.of()));
        }
        return entities;
    }

    /** The story of these articles, the first one first. */
    Story story(List<EnrichedArticle> articles) {
        List<Story.Member> members = articles.stream()
                .map(a -> new Story.Member(
                        a.article().id(),
                        a.article().url(),
                        a.article().text().headline(),
                        a.article().source().publisher(),
                        a.article().time(),
                        null,
                        null,
                        a.place().lineage().parent(),
                        a.place().lineage().relation(),
                        0.5,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Story.Novelty(0.9, 10, List.of("12"), List.of(words[3]))))
                .toList();
        CleanArticle first = articles.get(0).article();
        return new Story(
                Story.SCHEMA,
                first.id(),
                first.text().headline(),
                first.text().inLanguage(),
                first.time(),
                articles.get(articles.size() - 1).article().time(),
                members.stream()
                        .map(m -> String.valueOf(m.publisher()))
                        .distinct()
                        .sorted()
                        .toList(),
                members,
                StoryChapters.of(members),
                first.entities().stream()
                        .map(e -> new Story.Topical(e.id(), e.type(), e.name(), 1))
                        .toList(),
                List.of());
    }

    private String sentence(int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            sentence.append(i == 0 ? "" : " ").append(words[(int) (Math.pow(random.nextDouble(), 3) * words.length)]);
        }
        return sentence.toString();
    }

    private static String[] words() {
        String[] words = new String[8_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = "" + "bdfgklmnprst".charAt(i % 12) + "aeiou".charAt(i / 12 % 5) + "lmnrst".charAt(i / 60 % 6)
                    + "aeiou".charAt(i / 360 % 5) + "dgkn".charAt(i / 1800 % 4);
        }
        return words;
    }
}
