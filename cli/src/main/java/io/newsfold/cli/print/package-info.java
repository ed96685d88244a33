/** What commands print for people. */
@NullMarked
package io.newsfold.cli.print;

import org.jspecify.annotations.NullMarked;
