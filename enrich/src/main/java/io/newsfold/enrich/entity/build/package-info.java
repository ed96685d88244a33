/** Builds the table of entities from a dump of Wikidata or from lists. */
@NullMarked
package io.newsfold.enrich.entity.build;

import org.jspecify.annotations.NullMarked;
