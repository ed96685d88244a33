/** An article's deliveries to the article with its versions: a function of the set of deliveries, whatever their order. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.revision;

import org.jspecify.annotations.NullMarked;
