package io.newsfold.enrich.revision;

import io.newsfold.contract.ArticleText;
import io.newsfold.contract.ContentLocation;
import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place that an article is mainly about: the most salient one, of several the one named first. */
final class MainPlace {
    /** A place that is named once, in the middle of the text, is no main place. */
    private static final double LEAST_SALIENCE = 0.2;

    /** A place that is named a thousand times is in the headline by one of its first names. */
    private static final int MENTIONS_LOOKED_AT = 20;

    private MainPlace() {}

    /** The place, or null where the article names none that matters; a dateline alone does not make one. */
    static @Nullable ContentLocation of(ArticleText text, List<Entity> entities) {
        String dateline = text.dateline();
        boolean hasDateline = dateline != null && text.articleBody().startsWith(dateline);
        int datelineEnd = hasDateline && dateline != null ? dateline.codePointCount(0, dateline.length()) : 0;
        return entities.stream()
                .filter(entity -> entity.type() == EntityType.PLACE && entity.salience() >= LEAST_SALIENCE)
                .filter(entity -> lastMention(entity) > datelineEnd)
                .max(Comparator.comparingDouble(Entity::salience)
                        .thenComparing(entity -> -entity.mentions().get(0).start()))
                .map(place -> new ContentLocation(
                        place.id(), place.name(), place.wikidata(), place.geo(), evidence(place, text, datelineEnd)))
                .orElse(null);
    }

    private static int lastMention(Entity entity) {
        return entity.mentions().get(entity.mentions().size() - 1).end();
    }

    private static List<String> evidence(Entity place, ArticleText text, int datelineEnd) {
        String body = text.articleBody();
        List<String> evidence = new ArrayList<>();
        boolean inHeadline = place.mentions().stream().limit(MENTIONS_LOOKED_AT).anyMatch(mention -> {
            int start = body.offsetByCodePoints(0, mention.start());
            return text.headline()
                    .contains(body.substring(start, body.offsetByCodePoints(start, mention.end() - mention.start())));
        });
        if (inHeadline) {
            evidence.add("headline");
        }
        int paragraph = body.indexOf("\n\n");
        int first = paragraph < 0 ? body.length() : paragraph;
        if (place.mentions().get(0).start() < body.codePointCount(0, first)) {
            evidence.add("first paragraph");
        }
        if (place.mentions().get(0).start() < datelineEnd) {
            evidence.add("dateline");
        }
        evidence.add("mentions: " + place.mentions().size());
        return evidence;
    }
}
