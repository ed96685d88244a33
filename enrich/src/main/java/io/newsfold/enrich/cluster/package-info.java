/**
 * Reads the articles in canonical order and gives each its story, its parent and its relation. What is decided of an article depends on the set of
 * the articles before it, never on when a record arrived. Handles small numbers only: no text. Knows no Kafka.
 */
@NullMarked
package io.newsfold.enrich.cluster;

import org.jspecify.annotations.NullMarked;
