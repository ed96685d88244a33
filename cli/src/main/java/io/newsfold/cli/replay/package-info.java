/** Replaying a feed: order, rate, progress, and what was sent before. */
@NullMarked
package io.newsfold.cli.replay;

import org.jspecify.annotations.NullMarked;
