/**
 * The Kafka Streams job: the topology, the processors that keep state for the pure stages, and the program around them.
 */
@NullMarked
package io.newsfold.enrich.stream;

import org.jspecify.annotations.NullMarked;
