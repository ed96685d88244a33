/** The command lines that make mistakes, what they run among, and the table of the answers. */
@NullMarked
package io.newsfold.cli.mistake;

import org.jspecify.annotations.NullMarked;
