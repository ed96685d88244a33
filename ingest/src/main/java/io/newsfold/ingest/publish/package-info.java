/** Publishes deliveries to Kafka. */
@NullMarked
package io.newsfold.ingest.publish;

import org.jspecify.annotations.NullMarked;
