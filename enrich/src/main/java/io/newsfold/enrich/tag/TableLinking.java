package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.TableEntity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links the names of one article to entities of tables; of two tables that have a name, the first counts. Not thread-safe.
 */
final class TableLinking {
    private final List<EntityTable> tables;
    private final ArticleContext context;
    private final CandidateRanking ranking;
    private final Map<String, Found> found = new HashMap<>();
    private final Map<String, Optional<CandidateRanking.Outcome>> surnames = new HashMap<>();

    TableLinking(List<EntityTable> tables, ArticleContext context) {
        this.tables = tables;
        this.context = context;
        this.ranking = new CandidateRanking(context);
    }

    /** The candidates of a name, from the first table that has any. */
    private record Found(List<EntityCandidate> candidates, String table) {
        private static final Found NONE = new Found(List.of(), "");
    }

    /** Makes known which of the names are certain, so that they speak for entities related to them. */
    void see(Collection<EntityMention> mentions) {
        for (EntityMention mention : mentions) {
            List<EntityCandidate> candidates =
                    candidates(mention.type(), mention.name()).candidates();
            if (candidates.size() == 1 && mention.type().isNamed()) {
                TableEntity only = candidates.get(0).entity();
                context.add(only.id(), only.relations());
            }
        }
    }

    /** Makes an entity known that the article names for certain. */
    void see(@Nullable String wikidata) {
        if (wikidata != null) {
            context.add(wikidata, List.of());
        }
    }

    private Found candidates(EntityType type, String name) {
        return found.computeIfAbsent((type == EntityType.PERSON) + name, n -> {
            for (EntityTable table : tables) {
                List<EntityCandidate> candidates = table.candidates(type, name);
                if (!candidates.isEmpty()) {
                    return new Found(candidates, table.version());
                }
            }
            return Found.NONE;
        });
    }

    /** The entity of a name; one without an entity where several fit; null where none fits. */
    CandidateRanking.@Nullable Outcome link(EntityType type, String name) {
        Found named = candidates(type, name);
        return ranking.rank(type, name, named.candidates(), named.table());
    }

    /** The organisation with a name that a place has too; null where there is none. */
    CandidateRanking.@Nullable Outcome linkBody(String name) {
        Found named = candidates(EntityType.ORGANISATION, name);
        List<EntityCandidate> bodies = named.candidates().stream()
                .filter(candidate -> candidate.entity().type() != EntityType.PLACE)
                .toList();
        return ranking.rank(EntityType.ORGANISATION, name, bodies, named.table());
    }

    /** The person whom a surname alone means; null where there is none, or none for whom the article speaks. */
    CandidateRanking.@Nullable Outcome linkSurname(String surname) {
        return surnames.computeIfAbsent(surname, s -> Optional.ofNullable(rankSurname(s)))
                .orElse(null);
    }

    private CandidateRanking.@Nullable Outcome rankSurname(String surname) {
        for (EntityTable table : tables) {
            List<EntityCandidate> candidates = table.bySurname(surname);
            if (!candidates.isEmpty()) {
                return ranking.rank(EntityType.PERSON, surname, candidates, table.version());
            }
        }
        return null;
    }

    /** What the tables know of an entity of Wikidata by one of its names, or null. */
    @Nullable
    TableEntity withId(EntityType type, String name, String wikidata) {
        return candidates(type, name).candidates().stream()
                .map(EntityCandidate::entity)
                .filter(entity -> entity.id().equals(wikidata))
                .findFirst()
                .orElse(null);
    }
}
