/** Replays a feed: in which order, at which rate, and without the records that were sent before. */
@NullMarked
package io.newsfold.cli.replay;

import org.jspecify.annotations.NullMarked;
