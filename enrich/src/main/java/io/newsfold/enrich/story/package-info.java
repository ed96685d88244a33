/** Articles to stories: what a story looks like is a function of the set of its articles. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.story;

import org.jspecify.annotations.NullMarked;
