package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Links the names of one article to entities: of the alias table, where the article leaves no doubt, else of the tables
 * of entities. Not thread-safe.
 */
final class EntityLinking {
    private final AliasTable aliases;
    private final TableLinking tables;
    private final NameKeyCache keys;
    private final String headline;
    private final String body;
    private final Map<String, Optional<ResolvedEntity>> inAliases = new HashMap<>();
    private final Map<String, Optional<ResolvedEntity>> linked = new HashMap<>();

    EntityLinking(AliasTable aliases, TableLinking tables, NameKeyCache keys, String headline, String body) {
        this.aliases = aliases;
        this.tables = tables;
        this.keys = keys;
        this.headline = headline;
        this.body = body;
    }

    /** The entity of the user's gazetteer with this name, or null. */
    @Nullable
    ResolvedEntity inGazetteer(String name) {
        KnownEntity known = aliases.inGazetteer(name);
        return known == null ? null : ResolvedEntity.of(known, null);
    }

    /** Takes note of all names of the article, the certain ones of which tell what the others mean. */
    void see(List<EntityMention> mentions) {
        for (EntityMention mention : mentions) {
            if (mention.type().isNamed()) {
                ResolvedEntity known = inAliases(mention.type(), mention.name());
                tables.see(known == null ? null : known.wikidata());
            }
        }
        tables.see(mentions);
    }

    /** The entity with this name, or null where the table has none that fits the type. */
    @Nullable
    ResolvedEntity link(EntityType type, String name) {
        return linked.computeIfAbsent(
                        type + "|" + name, n -> Optional.ofNullable(inTables(inAliases(type, name), type, name)))
                .orElse(null);
    }

    /** The team or other body with the name of a place. */
    ResolvedEntity linkTeam(String name) {
        ResolvedEntity linked = resolved(tables.linkBody(name), EntityType.ORGANISATION, name, null);
        return linked == null ? unknown(EntityType.ORGANISATION, name) : linked;
    }

    private @Nullable ResolvedEntity inAliases(EntityType type, String name) {
        return inAliases
                .computeIfAbsent(
                        type + "|" + name,
                        n -> Optional.ofNullable(choose(aliases.withName(type, name, keys), type, name)))
                .orElse(null);
    }

    /** What the alias table says, unless only a table of entities has an id. */
    private @Nullable ResolvedEntity inTables(@Nullable ResolvedEntity known, EntityType type, String name) {
        if (known != null && (known.wikidata() != null || known.ownId() != null)) {
            return known;
        }
        return resolved(tables.link(type, known == null ? name : known.name()), type, name, known);
    }

    private @Nullable ResolvedEntity resolved(
            CandidateRanking.@Nullable Outcome outcome,
            EntityType type,
            String name,
            @Nullable ResolvedEntity otherwise) {
        if (outcome == null) {
            return otherwise;
        }
        if (outcome.entity() != null) {
            return ResolvedEntity.of(outcome.entity(), outcome.resolution(), type);
        }
        boolean isOpen = otherwise == null && outcome.candidates().size() > 1;
        return isOpen ? ResolvedEntity.ambiguous(type, name, keys.of(type, name), outcome.candidates()) : otherwise;
    }

    /**
     * The entity that a name means which looks like a person's but is of nobody whom the article names in full: a
     * person by a short name, else a place, else an organisation. Null where the table has none of them.
     */
    @Nullable
    ResolvedEntity linkShortName(String name) {
        ResolvedEntity person = choose(aliases.withShortName(name), EntityType.PERSON, name);
        ResolvedEntity known = person == null ? linkPlaceOrOrganisation(name) : person;
        return known == null
                ? resolved(tables.linkSurname(name), EntityType.PERSON, name, null)
                : inTables(known, known.type(), name);
    }

    private @Nullable ResolvedEntity linkPlaceOrOrganisation(String name) {
        for (EntityType type : List.of(EntityType.PLACE, EntityType.ORGANISATION)) {
            Set<KnownEntity> certain = aliases.withName(type, name, keys).stream()
                    .filter(KnownEntity::isCertain)
                    .collect(Collectors.toSet());
            if (!certain.isEmpty()) {
                return choose(certain, type, name);
            }
        }
        return null;
    }

    /** The entity of a name that the table does not have. */
    ResolvedEntity unknown(EntityType type, String name) {
        return ResolvedEntity.unknown(type, name, keys.of(type, name));
    }

    /**
     * The only entity that fits, or the only one of those for which the article has evidence, or the usual one. Where
     * several are left, an unknown entity with all of them as candidates; null where none fits.
     */
    private @Nullable ResolvedEntity choose(Set<KnownEntity> entities, EntityType type, String name) {
        List<KnownEntity> fitting =
                entities.stream().filter(entity -> fits(entity, type)).toList();
        if (fitting.isEmpty()) {
            return null;
        }
        if (fitting.size() == 1) {
            return of(fitting.get(0));
        }
        List<KnownEntity> supported = fitting.stream().filter(this::hasEvidence).toList();
        if (supported.size() == 1) {
            return of(supported.get(0));
        }
        Optional<KnownEntity> usual =
                fitting.stream().filter(KnownEntity::isUsual).findFirst();
        if (usual.isPresent()) {
            return of(usual.get());
        }
        List<String> candidates = fitting.stream()
                .map(KnownEntity::wikidata)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return ResolvedEntity.ambiguous(type, name, keys.of(type, name), candidates);
    }

    private ResolvedEntity of(KnownEntity known) {
        String id = known.wikidata();
        return ResolvedEntity.of(known, id == null ? null : tables.withId(known.type(), known.name(), id));
    }

    /**
     * Whether a name that looks to be of this type can mean the entity; places and organisations are easily confused.
     */
    private static boolean fits(KnownEntity entity, EntityType type) {
        boolean isNoPerson = type != EntityType.PERSON && entity.type() != EntityType.PERSON;
        return entity.type() == type || entity.isCertain() && isNoPerson;
    }

    private boolean hasEvidence(KnownEntity entity) {
        return entity.evidence().stream().anyMatch(word -> headline.contains(word) || body.contains(word));
    }
}
