/** The commands, one class each; what they print and how they end. */
@NullMarked
package io.newsfold.cli.command;

import org.jspecify.annotations.NullMarked;
