package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.enrich.clean.ArticleCleaner;
import io.newsfold.enrich.clean.Cleaned;
import io.newsfold.enrich.entity.EntityName;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.EntityTableWriter;
import io.newsfold.enrich.entity.TableEntity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are linked to entities of tables by what the article has. */
class EntityLinkingTest {
    private final Tagger tagger = new Tagger();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    EntityLinkingTest() {}

    @Test
    void aNameOfSeveralEntitiesIsTheOneForWhichTheArticleSpeaks() throws Exception {
        Tagger withTable = new Tagger(
                AliasTable.shipped(),
                List.of(table(
                        entity("Q1001", EntityType.PERSON, "Kari Marsh", "Carrowish rower", "Q2001"),
                        entity("Q1002", EntityType.PERSON, "Kari Marsh", "Norlandish minister of fisheries", "Q2002"),
                        entity("Q2002", EntityType.PLACE, "Norlandia", "country"))));

        Entity minister = named(
                "Kari Marsh",
                withTable.entities(
                        "", "In Norlandia, Kari Marsh said on Monday that the fisheries would stay open.", "en"));
        Entity nobody = named("Kari Marsh", withTable.entities("", "On Monday Kari Marsh was not at home.", "en"));

        assertThat(minister.wikidata()).isEqualTo("Q1002");
        assertThat(Objects.requireNonNull(minister.resolution()).evidence())
                .contains("words: fisheries", "related: Q2002");
        assertThat(minister.resolution().rivals()).extracting(Entity.Rival::id).containsExactly("Q1001");
        assertThat(nobody.wikidata()).isNull();
        assertThat(nobody.candidates()).containsExactly("Q1001", "Q1002");
        assertThat(nobody.resolution()).isNull();
    }

    @Test
    void aMuchBetterKnownEntityIsMeantUnlessTheArticleSpeaksForAnother() throws Exception {
        TableEntity known = new TableEntity(
                "Q1003",
                EntityType.PLACE,
                "Quayham",
                "capital of Norlandia",
                180,
                900_000,
                new GeoPoint(60, 5),
                List.of());
        TableEntity other = new TableEntity(
                "Q1004", EntityType.PLACE, "Quayham", "village in Carrowshire", 4, 300, null, List.of());
        Tagger withTable = new Tagger(AliasTable.shipped(), List.of(table(known, other)));

        Entity quayham = named("Quayham", withTable.entities("", "Talks in Quayham ended on Monday.", "en"));

        assertThat(quayham.wikidata()).isEqualTo("Q1003");
        assertThat(quayham.geo()).isEqualTo(new GeoPoint(60, 5));
    }

    @Test
    void ofTwoTownsThatOfTheOutletsCountryIsMeant() throws Exception {
        Tagger withTable = new Tagger(
                AliasTable.shipped(),
                List.of(table(
                        entity("Q1005", EntityType.PLACE, "Quayham", "town", "Q664"),
                        entity("Q1006", EntityType.PLACE, "Quayham", "town", "Q145"))));

        assertThat(ofOutlet(withTable, "https://news.example.co.nz/1")).isEqualTo("Q1005");
        assertThat(ofOutlet(withTable, "https://news.example.co.uk/1")).isEqualTo("Q1006");
        assertThat(ofOutlet(withTable, "https://news.example.com/1")).isNull();
    }

    private static @Nullable String ofOutlet(Tagger tagger, String url) {
        byte[] text = """
                Council talks end

                The council talks in Quayham ended on Monday without a word on the harbour.

                The harbour master said that they would go on in May, when the new mayor is elected.
                """.getBytes(StandardCharsets.UTF_8);
        About about = About.of(Instant.parse("2026-01-05T08:00:00Z"), "test", "text/plain");
        RawArticle raw = new RawArticle(url, text, about, new Coordinates("articles.raw", 0, 0));
        Cleaned cleaned = new ArticleCleaner().clean(raw).values().get(0);
        Tagged tagged = tagger.tag(cleaned).values().get(0);
        return named("Quayham", tagged.entities()).wikidata();
    }

    @Test
    void aNationalityIsRelatedToItsCountry() {
        Entity norwegian = named("Norwegian", tagger.entities("", "The Norwegian minister left Oslo.", "en"));

        assertThat(norwegian.relatedTo()).isEqualTo("Q20");
        assertThat(norwegian.wikidata()).isNull();
    }

    @Test
    void anArticleBeforeANameIsNoPartOfIt() {
        assertThat(tagger.entities("", "She moved from the United States to Oslo in May.", "en"))
                .filteredOn(entity -> entity.name().equals("United States"))
                .flatExtracting(Entity::mentions)
                .containsExactly(new Entity.Mention(19, 32));
    }

    private static Entity named(String name, List<Entity> entities) {
        return entities.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private static TableEntity entity(
            String id, EntityType type, String name, String description, String... relations) {
        return new TableEntity(id, type, name, description, 0, 0, null, List.of(relations));
    }

    private EntityTable table(TableEntity... entities) throws Exception {
        try (EntityTableWriter writer = new EntityTableWriter(folder.resolve("work"))) {
            for (TableEntity entity : entities) {
                writer.add(entity, List.of(new EntityName(entity.name(), true)));
            }
            writer.finish(folder.resolve("table"));
        }
        return EntityTable.open(folder.resolve("table"));
    }
}
