package io.newsfold.enrich.tag;

/**
 * The families of features. Training leaves out whole families at random, so that the model relies on no family alone.
 */
public enum FeatureFamily {
    /** The word itself. */
    WORD,
    /** The words around it. */
    CONTEXT,
    /** Its affixes, and the clusters in which the lexicon has it. */
    CLUSTER,
    /** The pattern of its capitals, digits and signs. */
    SHAPE,
    /** The names of the lexicon that it is part of. */
    KNOWN_NAME;

    /** The bits of a feature that hold its family; they leave room for eight families. */
    private static final int MASK = 0b111;

    private static final FeatureFamily[] FAMILIES = values();

    /** The family of a feature that {@link NameFeatures} computed. */
    public static FeatureFamily of(int feature) {
        return FAMILIES[feature & MASK];
    }

    /** The hash with its last bits replaced by this family. */
    int mark(int hash) {
        return (hash & ~MASK) | ordinal();
    }
}
