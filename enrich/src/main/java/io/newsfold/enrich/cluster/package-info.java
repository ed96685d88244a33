/**
 * Clusters articles into stories: decides the story, the parent and the relation of each article in canonical order. A
 * decision depends on the set of earlier articles, never on the time of arrival. Holds small numbers only, no text.
 * Independent of Kafka.
 */
@NullMarked
package io.newsfold.enrich.cluster;

import org.jspecify.annotations.NullMarked;
