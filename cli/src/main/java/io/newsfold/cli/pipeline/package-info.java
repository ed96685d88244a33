/** The whole pipeline in one process, with a Kafka broker inside, and how a process reports its health and stops. */
@NullMarked
package io.newsfold.cli.pipeline;

import org.jspecify.annotations.NullMarked;
