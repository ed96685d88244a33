package io.newsfold.enrich.clean.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** The columns of a row of features, in order. Each model of the body is grown for one schema. Immutable. */
public final class FeatureSchema {
    private static final EnumSet<BlockFeature> OF_WORDS =
            EnumSet.range(BlockFeature.WORDS, BlockFeature.FIRST_PERSON_SHARE);
    private static final EnumSet<BlockFeature> OF_TEXT =
            EnumSet.range(BlockFeature.WORDS, BlockFeature.LEAD_SHARE_WITHIN_6);
    private static final EnumSet<BlockFeature> OF_PAGE =
            EnumSet.range(BlockFeature.WORDS, BlockFeature.GRANDPARENT_LINKED_HEADINGS);
    private static final EnumSet<BlockFeature> OF_SECOND_PASS =
            EnumSet.range(BlockFeature.PROBABILITY, BlockFeature.SHARED_LONG_WORD_SHARE);

    /** What a block has by its words alone: the start of every other schema. No model is grown for it. */
    static final FeatureSchema WORDS = new FeatureSchema("words", OF_WORDS);

    /** Text without tags, first pass. */
    public static final FeatureSchema TEXT_FIRST = new FeatureSchema("text-first", OF_TEXT);

    /** Text without tags, second pass: the columns of the first pass, then those of the second. */
    public static final FeatureSchema TEXT_SECOND = new FeatureSchema("text-second", union(OF_TEXT, OF_SECOND_PASS));

    /** Pages, first pass. */
    public static final FeatureSchema PAGE_FIRST = new FeatureSchema("page-first", OF_PAGE);

    /** Pages, second pass: the columns of the first pass, then those of the second. */
    public static final FeatureSchema PAGE_SECOND = new FeatureSchema("page-second", union(OF_PAGE, OF_SECOND_PASS));

    private static final int ABSENT = -1;

    private final String model;
    private final List<String> names;
    private final int[] firstColumns; // by the ordinal of the feature

    private FeatureSchema(String model, EnumSet<BlockFeature> features) {
        this.model = model;
        List<String> columns = new ArrayList<>();
        firstColumns = new int[BlockFeature.values().length];
        Arrays.fill(firstColumns, ABSENT);
        for (BlockFeature feature : features) {
            firstColumns[feature.ordinal()] = columns.size();
            columns.addAll(feature.columns());
        }
        names = List.copyOf(columns);
    }

    private static EnumSet<BlockFeature> union(EnumSet<BlockFeature> some, EnumSet<BlockFeature> more) {
        EnumSet<BlockFeature> union = EnumSet.copyOf(some);
        union.addAll(more);
        return union;
    }

    /** The name of the file of the model's weights, beside {@link BoostedTrees}. */
    public String weightsFile() {
        return model + ".trees.gz";
    }

    /** The names of the columns, in order, each once. */
    public List<String> names() {
        return names;
    }

    /** The number of columns. */
    public int size() {
        return names.size();
    }

    /** By the ordinal of a feature: its first column, from 0; -1 where this schema does not have it. Not a copy. */
    int[] firstColumns() {
        return firstColumns;
    }
}
