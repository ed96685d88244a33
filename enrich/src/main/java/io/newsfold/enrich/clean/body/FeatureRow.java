package io.newsfold.enrich.clean.body;

/** The features of one block, written by name and read by the trees by column. All are 0 at first. Not thread-safe. */
public final class FeatureRow {
    private final int[] firstColumns;
    private final float[] values;

    /** @param schema says which features there are and in which columns */
    public FeatureRow(FeatureSchema schema) {
        this.firstColumns = schema.firstColumns();
        this.values = new float[schema.size()];
    }

    /** @throws ArrayIndexOutOfBoundsException where the schema does not have the feature */
    void set(BlockFeature feature, double value) {
        values[firstColumns[feature.ordinal()]] = (float) value;
    }

    void set(BlockFeature feature, boolean value) {
        set(feature, value ? 1 : 0);
    }

    /** @param variant index in {@link BlockFeature#columns} */
    void set(BlockFeature feature, int variant, double value) {
        values[firstColumns[feature.ordinal()] + variant] = (float) value;
    }

    /** Takes all features of a row whose schema is the start of this one's. */
    void copy(FeatureRow start) {
        System.arraycopy(start.values, 0, values, 0, start.values.length);
    }

    float get(BlockFeature feature) {
        return values[firstColumns[feature.ordinal()]];
    }

    /** @param variant index in {@link BlockFeature#columns} */
    float get(BlockFeature feature, int variant) {
        return values[firstColumns[feature.ordinal()] + variant];
    }

    /** The values by column, not a copy. */
    public float[] values() {
        return values;
    }
}
