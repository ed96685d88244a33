/** The commands, one class each; what they print and how they end. */
@NullMarked
package io.newsfold.desk.command;

import org.jspecify.annotations.NullMarked;
