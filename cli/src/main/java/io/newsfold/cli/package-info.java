/** The {@code newsfold} command: what a person starts. */
@NullMarked
package io.newsfold.cli;

import org.jspecify.annotations.NullMarked;
