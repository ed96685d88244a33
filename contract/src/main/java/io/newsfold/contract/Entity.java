package io.newsfold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the world that an article names.
 *
 * @param id the same in every article and for every spelling
 * @param type person, organisation, place
 * @param name the fullest name that the article uses, or the alias table's
 * @param wikidata {@code Q…} where the alias table knows it
 * @param salience 0.0 to 1.0: how much the article is about it
 * @param mentions in order of appearance
 */
public record Entity(
        String id, EntityType type, String name, @Nullable String wikidata, double salience, List<Mention> mentions) {

    public Entity {
        mentions = List.copyOf(mentions);
    }

    /** A place in {@code articleBody} that names it: {@code [start, end)} in Unicode code points. */
    public record Mention(int start, int end) {
        public Mention {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("bad span [" + start + ", " + end + ")");
            }
        }
    }
}
