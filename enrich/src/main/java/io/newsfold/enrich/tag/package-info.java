/**
 * Finds people, organisations, places and values in a clean text, and gives an entity the same id in all articles.
 * Knows no Kafka.
 */
@NullMarked
package io.newsfold.enrich.tag;

import org.jspecify.annotations.NullMarked;
