/** The way to Kafka: a broker inside the process or a cluster outside, the topics, and reading them. */
@NullMarked
package io.newsfold.desk.broker;

import org.jspecify.annotations.NullMarked;
