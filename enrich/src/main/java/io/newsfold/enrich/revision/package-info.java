/** Builds an article with its versions from the set of its deliveries, in any order. Independent of Kafka. */
@NullMarked
package io.newsfold.enrich.revision;

import org.jspecify.annotations.NullMarked;
