/** The stages of the Kafka Streams job, one package each, and the result that every stage returns. */
@NullMarked
package io.newsfold.enrich;

import org.jspecify.annotations.NullMarked;
