package io.newsfold.lab.train;

import java.util.Arrays;
import java.util.Random;

/** Spherical k-means (Dhillon and Modha, Machine Learning 42, 2001): clusters unit vectors by their cosine. */
final class SphericalKMeans {
    private static final int ROUNDS = 12;
    private static final double SMALLEST_LENGTH = 1e-6; // a vector of zeros stays one
    private static final float BELOW_ANY_COSINE = -2;

    private SphericalKMeans() {}

    /** The centres of so many clusters of unit vectors, as unit vectors. */
    static float[][] centres(float[][] vectors, int count, Random random) {
        float[][] centres = random.ints(count, 0, vectors.length)
                .mapToObj(i -> vectors[i].clone())
                .toArray(float[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            int[] nearest = nearest(vectors, centres);
            float[][] sums = new float[count][vectors[0].length];
            for (int i = 0; i < vectors.length; i++) {
                for (int d = 0; d < vectors[i].length; d++) {
                    sums[nearest[i]][d] += vectors[i][d];
                }
            }
            for (int c = 0; c < count; c++) {
                centres[c] = unit(sums[c]);
            }
        }
        return centres;
    }

    /** For each vector the index of its nearest centre; the first among equals. */
    static int[] nearest(float[][] vectors, float[][] centres) {
        return Arrays.stream(vectors)
                .parallel()
                .mapToInt(vector -> nearest(vector, centres))
                .toArray();
    }

    private static int nearest(float[] vector, float[][] centres) {
        int nearest = 0;
        float highest = BELOW_ANY_COSINE;
        for (int c = 0; c < centres.length; c++) {
            float cosine = product(vector, centres[c]);
            if (cosine > highest) {
                highest = cosine;
                nearest = c;
            }
        }
        return nearest;
    }

    private static float product(float[] one, float[] other) {
        float product = 0;
        for (int d = 0; d < one.length; d++) {
            product += one[d] * other[d];
        }
        return product;
    }

    /** The vector of length 1 in the same direction. */
    static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float[] unit = new float[vector.length];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = (float) (vector[d] / Math.max(Math.sqrt(square), SMALLEST_LENGTH));
        }
        return unit;
    }
}
