/** Reads the latest articles, stories and overrides from their topics. */
@NullMarked
package io.newsfold.cli.topic;

import org.jspecify.annotations.NullMarked;
