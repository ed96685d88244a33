package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Sha256;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.tag.PersonCoreference.NamedPerson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which mentions of one article mean the same entity, and gives each entity its id. Not thread-safe. */
final class EntityResolution {
    private static final int ID_DIGITS = 16;

    /** Stands for the outlet, which speaks for what belongs to its country. */
    private static final String OUTLET = "outlet";

    private static final double WEIGHT_OF_HEADLINE = 0.5;
    private static final double WEIGHT_OF_FIRST_PARAGRAPH = 0.25;
    private static final double WEIGHT_OF_FREQUENCY = 0.25;

    /** More mentions than these do not make an entity more salient. */
    private static final int MOST_MENTIONS = 8;

    private static final int SALIENCE_STEPS = 1000;

    private final EntityLinking linking;
    private final String headline;
    private final String body;
    private final CodePointOffsets offsets;
    private final PersonCoreference people;
    private final Map<EntityMention, NamedPerson> fullNames = new HashMap<>();

    /** @param country Wikidata id of the country whose outlet brings the article, or null */
    EntityResolution(
            AliasTable aliases,
            List<EntityTable> tables,
            NameKeyCache keys,
            String headline,
            String body,
            @Nullable String country) {
        ArticleContext context = new ArticleContext(headline, body);
        if (country != null) {
            context.add(OUTLET, List.of(country));
        }
        TableLinking tableLinking = new TableLinking(tables, context);
        this.linking = new EntityLinking(aliases, tableLinking, keys, headline, body);
        this.people = new PersonCoreference(keys);
        this.headline = headline;
        this.body = body;
        this.offsets = new CodePointOffsets(body);
    }

    /**
     * The entities, the most salient first, then by id; the mentions from left to right.
     *
     * @param teams the mentions that name a team by its place
     */
    List<Entity> resolve(List<EntityMention> mentions, Set<EntityMention> teams, List<Quotation> quotations) {
        mentions.stream().filter(mention -> mention.type() == EntityType.PERSON).forEach(people::see);
        for (EntityMention mention : mentions) {
            if (mention.type() == EntityType.PERSON && people.isFull(mention.name())) {
                fullNames.put(mention, people.add(mention));
            }
        }
        linking.see(mentions);
        NameExpansion expansion = NameExpansion.of(mentions);
        Map<EntityMention, String> identities = new HashMap<>();
        Map<String, ResolvedEntity> entities = new LinkedHashMap<>();
        Map<String, List<EntityMention>> mentionsByIdentity = new HashMap<>();
        for (EntityMention mention : mentions) {
            ResolvedEntity entity =
                    teams.contains(mention) ? resolveTeam(mention, expansion) : resolve(mention, expansion);
            String identity = entity.identity();
            identities.put(mention, identity);
            entities.merge(identity, entity, ResolvedEntity::orLonger);
            mentionsByIdentity.computeIfAbsent(identity, i -> new ArrayList<>()).add(mention);
        }
        Map<String, List<Entity.Quote>> quotes = quotes(quotations, identities);
        return entities.values().stream()
                .map(entity -> entity(
                        entity,
                        mentionsByIdentity.getOrDefault(entity.identity(), List.of()),
                        quotes.getOrDefault(entity.identity(), List.of())))
                .sorted(Comparator.comparingDouble(Entity::salience).reversed().thenComparing(Entity::id))
                .toList();
    }

    private Map<String, List<Entity.Quote>> quotes(List<Quotation> quotations, Map<EntityMention, String> identities) {
        Map<String, List<Entity.Quote>> quotes = new HashMap<>();
        for (Quotation quotation : quotations) {
            String speaker = identities.get(quotation.speaker());
            if (speaker != null) {
                Entity.Mention place = offsets.mention(quotation.start(), quotation.end());
                quotes.computeIfAbsent(speaker, s -> new ArrayList<>())
                        .add(new Entity.Quote(place.start(), place.end(), quotation.verb()));
            }
        }
        return quotes;
    }

    private ResolvedEntity resolve(EntityMention mention, NameExpansion expansion) {
        EntityType type = mention.type();
        String name = mention.name();
        if (!type.isNamed()) {
            return ResolvedEntity.unknown(type, name, name);
        }
        ResolvedEntity own = linking.inGazetteer(name);
        if (own != null) {
            return own;
        }
        return type == EntityType.PERSON ? resolvePerson(mention) : resolve(type, name, expansion.expand(name));
    }

    private ResolvedEntity resolveTeam(EntityMention mention, NameExpansion expansion) {
        ResolvedEntity usual = resolve(mention.as(EntityType.ORGANISATION), expansion);
        return usual.type() == EntityType.PLACE ? linking.linkTeam(mention.name()) : usual;
    }

    private ResolvedEntity resolve(EntityType type, String name, String longName) {
        ResolvedEntity byLongName = linking.link(type, longName);
        if (byLongName != null) {
            return byLongName;
        }
        boolean isFirstWord = longName.startsWith(name + " "); // another bears it alone: Burlington, Burlington Mills
        ResolvedEntity byName = isFirstWord ? null : linking.link(type, name);
        return byName == null ? linking.unknown(type, longName) : byName;
    }

    private ResolvedEntity resolvePerson(EntityMention mention) {
        NamedPerson inFull = fullNames.get(mention);
        NamedPerson person = inFull == null ? people.resolve(mention) : inFull;
        String name = person == null ? mention.name() : person.name();
        ResolvedEntity linked = linking.link(EntityType.PERSON, name);
        if (person == null && (linked == null || !linked.isInTable())) {
            ResolvedEntity byShortName = linking.linkShortName(name);
            linked = byShortName == null ? linked : byShortName;
        }
        return linked == null ? linking.unknown(EntityType.PERSON, name) : linked;
    }

    private Entity entity(ResolvedEntity entity, List<EntityMention> mentions, List<Entity.Quote> quotes) {
        return new Entity(
                id(entity),
                entity.type(),
                entity.name(),
                entity.wikidata(),
                entity.candidates(),
                entity.resolution(),
                entity.geo(),
                entity.type() == EntityType.GROUP ? Demonyms.shipped().country(entity.name()) : null,
                entity.gazetteer(),
                entity.type().isNamed() ? salience(mentions) : 0,
                mentions.stream().map(m -> offsets.mention(m.start(), m.end())).toList(),
                quotes);
    }

    private static String id(ResolvedEntity entity) {
        String own = entity.ownId();
        return own == null
                ? "e-" + Sha256.hex(entity.identity().getBytes(UTF_8)).substring(0, ID_DIGITS)
                : own;
    }

    /**
     * Half for the headline, a quarter for the first paragraph, a quarter for the number of mentions; three decimals.
     */
    private double salience(List<EntityMention> mentions) {
        int firstParagraph = body.indexOf("\n\n");
        boolean inHeadline = mentions.stream()
                .anyMatch(m -> headline.contains(m.name()) || headline.contains(body.substring(m.start(), m.end())));
        boolean inFirstParagraph = firstParagraph < 0 || mentions.get(0).start() < firstParagraph;
        double frequency = (double) Math.min(mentions.size(), MOST_MENTIONS) / MOST_MENTIONS;
        double salience = WEIGHT_OF_FREQUENCY * frequency;
        salience += inHeadline ? WEIGHT_OF_HEADLINE : 0;
        salience += inFirstParagraph ? WEIGHT_OF_FIRST_PARAGRAPH : 0;
        return (double) Math.round(salience * SALIENCE_STEPS) / SALIENCE_STEPS;
    }
}
