/** Printers: the output of commands for people. */
@NullMarked
package io.newsfold.cli.print;

import org.jspecify.annotations.NullMarked;
