/** Publishes deliveries to Kafka, singly or in transactions, in a chosen order and at a chosen rate. */
@NullMarked
package io.newsfold.ingest.publish;

import org.jspecify.annotations.NullMarked;
