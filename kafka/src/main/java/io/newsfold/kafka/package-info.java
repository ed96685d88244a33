/** How a program of ours reaches a Kafka cluster: client settings, topics, reading, state of processing. */
@NullMarked
package io.newsfold.kafka;

import org.jspecify.annotations.NullMarked;
