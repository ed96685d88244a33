/** The outcome of every raw record, read from the topics. */
@NullMarked
package io.newsfold.kafka.outcome;

import org.jspecify.annotations.NullMarked;
