/** The commands, one class each, and their exit codes. */
@NullMarked
package io.newsfold.cli.command;

import org.jspecify.annotations.NullMarked;
