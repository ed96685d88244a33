/**
 * Finds for each fingerprint all earlier and later ones that resemble it, without approximation, and scores the pairs.
 * Independent of Kafka.
 */
@NullMarked
package io.newsfold.enrich.match;

import org.jspecify.annotations.NullMarked;
