/** Finds the topics of an article, by rules that a person can read and edit. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.classify;

import org.jspecify.annotations.NullMarked;
