/**
 * Aggregates the articles of a story into its public record: a function of the set of articles. Independent of Kafka.
 */
@NullMarked
package io.newsfold.enrich.story;

import org.jspecify.annotations.NullMarked;
