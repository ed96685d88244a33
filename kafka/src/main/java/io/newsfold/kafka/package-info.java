/** Access to a Kafka cluster: client settings, topics, offsets, readers, lag, repair. */
@NullMarked
package io.newsfold.kafka;

import org.jspecify.annotations.NullMarked;
