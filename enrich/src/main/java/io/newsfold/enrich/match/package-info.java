/** Finds, for each new fingerprint, all earlier and later ones that resemble it, exactly, and scores the pairs. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.match;

import org.jspecify.annotations.NullMarked;
