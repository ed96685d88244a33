package io.newsfold.lab.train;

/**
 * A sentence of a training set.
 *
 * @param features the features of each token; later their numbers, -1 for a feature that is left out
 * @param labels the label of each token
 * @param weight how much the sentence counts; 1 for most
 */
@SuppressWarnings("ArrayRecordComponent") // features are replaced by their numbers, and none is compared
record TrainingSentence(int[][] features, int[] labels, float weight) {}
