package io.newsfold.enrich.entity;

/**
 * An entity that a name may mean.
 *
 * @param match how the name fits
 */
public record EntityCandidate(TableEntity entity, Match match) {
    /** How a name fits an entity, the closest first. */
    public enum Match {
        /** It is the entity's usual name in a language. */
        LABEL,
        /** It is another name of it. */
        ALIAS,
        /** It is one of its names but for accents, signs, articles, capitals, legal forms. */
        FORM,
        /** It is another spelling of a person's name. */
        SPELLING,
        /** It is a person's surname. */
        SURNAME
    }
}
