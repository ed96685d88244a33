package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity.Resolution;
import io.newsfold.contract.Entity.Rival;
import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityCandidate.Match;
import io.newsfold.enrich.entity.TableEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the entities that a table has for a name, by how the name fits, the type, how well known they are, and what the
 * article has that speaks for them. A pure function of the candidates and the article.
 */
final class CandidateRanking {
    private static final int MOST_RIVALS = 3;
    private static final double[] BY_MATCH = {1.0, 0.7, 0.4, -0.3, -1.0};

    /** A name of one word that fits but for capitals or signs is another word as often. */
    private static final double ONE_WORD_BUT_FOR_SIGNS = -0.4;

    private static final double SAME_TYPE = 0.8;
    private static final double OTHER_TYPE = -1.2;
    private static final double BY_SITELINKS = 0.4;
    private static final double BY_POPULATION = 0.15;

    /** Wikidata got the better known things first; counts where a table has no sitelinks. */
    private static final double BY_AGE = 0.15;

    /** The age of an item with the number 20 million. */
    private static final double LATE = Math.log(10);

    private static final double NEWEST = Math.log(200_000_000);
    private static final double BY_WORD = 0.5;
    private static final int MOST_WORDS = 4;
    private static final double BY_RELATION = 0.9;
    private static final int MOST_RELATIONS = 2;

    /** The best must be so much better than the second. */
    private static final double MARGIN = 0.4;

    /** The best needs so much. */
    private static final double FLOOR = 0.3;

    /** From so many sitelinks on, a surname alone may mean a person for whom the article has nothing else. */
    private static final int KNOWN_BY_SURNAME = 60;

    /** Letters that stand for many things, of which only the better known are meant without more. */
    private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}&.]{1,5}");

    private static final double SCALE = 100;

    private final ArticleContext context;

    CandidateRanking(ArticleContext context) {
        this.context = context;
    }

    /** An entity with what speaks for it. */
    private record Ranked(TableEntity entity, double score, boolean hasContext, List<String> evidence) {}

    /**
     * The outcome for a name.
     *
     * @param entity null where none is far enough ahead
     * @param candidates Wikidata ids of those that fit where none is far enough ahead; sorted
     */
    record Outcome(@Nullable TableEntity entity, @Nullable Resolution resolution, List<String> candidates) {}

    /** The entity that fits best, or null where no candidate fits the type. */
    @Nullable
    Outcome rank(EntityType type, String name, List<EntityCandidate> candidates, String table) {
        List<Ranked> ranked = new ArrayList<>();
        for (EntityCandidate candidate : candidates) {
            if (fits(candidate.entity(), type)) {
                Ranked one = ranked(candidate, type, name);
                boolean needsMore =
                        candidate.match() == Match.SURNAME && candidate.entity().sitelinks() < KNOWN_BY_SURNAME
                                || ACRONYM.matcher(name).matches() && isObscure(candidate.entity());
                if (!needsMore || one.hasContext()) {
                    ranked.add(one);
                }
            }
        }
        if (ranked.isEmpty()) {
            return null;
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(r -> r.entity().id()));
        Ranked best = ranked.get(0);
        double second = ranked.size() > 1 ? ranked.get(1).score() : Double.NEGATIVE_INFINITY;
        if (best.score() < FLOOR || best.score() - second < MARGIN) {
            List<String> ids = ranked.stream()
                    .limit(MOST_RIVALS + 1L)
                    .map(r -> r.entity().id())
                    .filter(TableEntity::isWikidata)
                    .sorted()
                    .toList();
            return new Outcome(null, null, ids);
        }
        List<Rival> rivals = ranked.stream()
                .skip(1)
                .limit(MOST_RIVALS)
                .map(r -> new Rival(r.entity().id(), r.entity().name(), rounded(r.score())))
                .toList();
        return new Outcome(
                best.entity(), new Resolution(rounded(best.score()), best.evidence(), rivals, table), List.of());
    }

    private static double rounded(double score) {
        return Math.round(score * SCALE) / SCALE;
    }

    /** Whether a name that looks to be of a type can mean the entity: a person no thing, a thing no person. */
    private static boolean fits(TableEntity entity, EntityType type) {
        EntityType known = entity.type();
        if (type == EntityType.GROUP || known == EntityType.GROUP) {
            return type == known; // Dutch is no language here
        }
        return known == null || (known == EntityType.PERSON) == (type == EntityType.PERSON);
    }

    /** Whether nothing tells that it is known: no sitelinks, and an id that Wikidata gave late, or none. */
    private static boolean isObscure(TableEntity entity) {
        boolean isOwn = entity.wikidata() == null && !entity.id().startsWith("geonames:");
        return !isOwn && entity.sitelinks() == 0 && age(entity) < LATE;
    }

    private static double age(TableEntity entity) {
        return entity.wikidata() == null
                ? 0
                : Math.max(0, NEWEST - Math.log(Double.parseDouble(entity.id().substring(1))));
    }

    private Ranked ranked(EntityCandidate candidate, EntityType type, String name) {
        TableEntity entity = candidate.entity();
        List<String> evidence = new ArrayList<>();
        evidence.add("name: " + candidate.match().name().toLowerCase(Locale.ROOT));
        boolean isOneWordBut = candidate.match() == Match.FORM && name.indexOf(' ') < 0;
        double score = isOneWordBut
                ? ONE_WORD_BUT_FOR_SIGNS
                : BY_MATCH[candidate.match().ordinal()];
        if (entity.type() == type) {
            score += SAME_TYPE;
        } else if (entity.type() != null) {
            score += OTHER_TYPE;
            evidence.add("type: " + entity.type().name().toLowerCase(Locale.ROOT));
        }
        if (entity.sitelinks() > 0) {
            score += BY_SITELINKS * Math.log(1.0 + entity.sitelinks());
            evidence.add("sitelinks: " + entity.sitelinks());
        } else {
            score += BY_AGE * age(entity);
        }
        if (entity.population() > 0) {
            score += BY_POPULATION * Math.log10((double) entity.population());
            evidence.add("population: " + entity.population());
        }
        List<String> words = context.shared(entity.description(), entity.name() + " " + name);
        if (!words.isEmpty()) {
            score += BY_WORD * Math.min(MOST_WORDS, words.size());
            evidence.add("words: " + String.join(", ", words));
        }
        List<String> related = context.related(entity.id(), entity.relations());
        if (!related.isEmpty()) {
            score += BY_RELATION * Math.min(MOST_RELATIONS, related.size());
            evidence.add("related: " + String.join(", ", related));
        }
        return new Ranked(entity, score, !words.isEmpty() || !related.isEmpty(), evidence);
    }
}
