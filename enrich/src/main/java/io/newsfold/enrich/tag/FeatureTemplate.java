package io.newsfold.enrich.tag;

/**
 * The feature templates of {@link NameFeatures}. A feature is a template with a value, hashed together.
 *
 * <p>The weights of the model are stored by these hashes, so the numbers are part of its file format. A template whose
 * number or family changes loses its weights without any error; a new template needs a free number and a new training.
 */
enum FeatureTemplate {
    LOWER_CASE_WORD(FeatureFamily.WORD, 1),
    WRITTEN_WORD(FeatureFamily.WORD, 2),

    /** A series by the offset of the neighbour. */
    NEIGHBOUR_WORD(FeatureFamily.CONTEXT, 12),
    WORD_BEFORE_AND_WORD(FeatureFamily.CONTEXT, 20),
    WORD_AND_WORD_AFTER(FeatureFamily.CONTEXT, 21),
    WORDS_AROUND(FeatureFamily.CONTEXT, 22),
    SHAPE_AND_WORD_BEFORE(FeatureFamily.CONTEXT, 23),
    SHAPE_AND_WORD_AFTER(FeatureFamily.CONTEXT, 24),
    TWO_WORDS_BEFORE(FeatureFamily.CONTEXT, 25),
    TWO_WORDS_AFTER(FeatureFamily.CONTEXT, 26),

    /** Every token has it: its weights say how frequent the labels are. */
    ANY_TOKEN(FeatureFamily.SHAPE, 30),
    CASING(FeatureFamily.SHAPE, 31),
    CASING_AND_SHAPE(FeatureFamily.SHAPE, 32),
    /** A series by the offset of the neighbour, the token itself included. */
    NEIGHBOUR_SHAPE(FeatureFamily.SHAPE, 36),
    SHAPE_BEFORE_AND_SHAPE(FeatureFamily.SHAPE, 40),
    SHAPE_AND_SHAPE_AFTER(FeatureFamily.SHAPE, 41),
    THREE_SHAPES(FeatureFamily.SHAPE, 42),

    /** A series by the length of the prefix. */
    PREFIX(FeatureFamily.CLUSTER, 50),
    /** A series by the length of the suffix. */
    SUFFIX(FeatureFamily.CLUSTER, 60),

    /**
     * Six series, each by ten times the offset of the neighbour: its path cut at each of {@link ClusterPath#DEPTHS}.
     */
    PATH_TO_4(FeatureFamily.CLUSTER, 104),
    PATH_TO_6(FeatureFamily.CLUSTER, 106),
    PATH_TO_8(FeatureFamily.CLUSTER, 108),
    PATH_TO_10(FeatureFamily.CLUSTER, 200),
    PATH_TO_13(FeatureFamily.CLUSTER, 203),
    WHOLE_PATH(FeatureFamily.CLUSTER, 402),
    /** A series by ten times the grain of the clustering and the offset of the neighbour. */
    VECTOR_CLUSTER(FeatureFamily.CLUSTER, 502),
    PATH_AND_SHAPE(FeatureFamily.CLUSTER, 600),
    PATH_AND_PATH_BEFORE(FeatureFamily.CLUSTER, 601),
    PATH_AND_PATH_AFTER(FeatureFamily.CLUSTER, 602),
    VECTOR_AND_VECTOR_BEFORE(FeatureFamily.CLUSTER, 610),
    VECTOR_AND_VECTOR_AFTER(FeatureFamily.CLUSTER, 611),
    VECTOR_AND_SHAPE(FeatureFamily.CLUSTER, 612),
    VECTOR_AND_CASING(FeatureFamily.CLUSTER, 613),

    /** A series by ten times the kind of name and the offset of the neighbour. */
    KNOWN_NAME(FeatureFamily.KNOWN_NAME, 701),
    /** A series by ten times the kind of name. */
    KNOWN_NAME_AND_SHAPE(FeatureFamily.KNOWN_NAME, 703),
    /** A series by ten times the kind of name. */
    KNOWN_NAME_AND_CASING(FeatureFamily.KNOWN_NAME, 704),
    KNOWN_KINDS(FeatureFamily.KNOWN_NAME, 900),
    KNOWN_KINDS_AND_KINDS_BEFORE(FeatureFamily.KNOWN_NAME, 901),
    KNOWN_KINDS_AND_KINDS_AFTER(FeatureFamily.KNOWN_NAME, 902),
    KNOWN_KINDS_AND_WORD_BEFORE(FeatureFamily.KNOWN_NAME, 903),
    KNOWN_KINDS_AND_WORD_AFTER(FeatureFamily.KNOWN_NAME, 904),
    KNOWN_KINDS_AND_PATH(FeatureFamily.KNOWN_NAME, 905),

    /** A series by the offset of the character, which is in the middle. */
    CHARACTER(FeatureFamily.WORD, 1002),
    /** A series by the offset of the first of two characters in a row. */
    TWO_CHARACTERS(FeatureFamily.CONTEXT, 1012),
    CHARACTERS_AROUND(FeatureFamily.CONTEXT, 1020),
    /** A series by the offset of the first of three characters in a row. */
    THREE_CHARACTERS(FeatureFamily.CONTEXT, 1032),
    /** A series by the offset of the first of four characters in a row. */
    FOUR_CHARACTERS(FeatureFamily.CONTEXT, 1043),
    /** A series by the offset of the character whose script it is. */
    SCRIPT(FeatureFamily.SHAPE, 1052),
    SCRIPTS(FeatureFamily.SHAPE, 1060),
    /** The word of which the character is part, and its place there. */
    WORD_AND_PLACE(FeatureFamily.CLUSTER, 1070),
    PLACE_IN_WORD(FeatureFamily.CLUSTER, 1071),
    /** A series by the offset of the word. */
    WORD_NEARBY(FeatureFamily.CLUSTER, 1082),
    WORD_AND_WORD_NEARBY(FeatureFamily.CLUSTER, 1092);

    /** How far apart the members of a series by two numbers are in the first of them; the second stays below it. */
    static final int STEP = 10;

    private final FeatureFamily family;
    private final int number;

    FeatureTemplate(FeatureFamily family, int number) {
        this.family = family;
        this.number = number;
    }

    FeatureFamily family() {
        return family;
    }

    /** The number of a member of the series; 0 where the template is no series. */
    int number(int member) {
        return number + member;
    }
}
