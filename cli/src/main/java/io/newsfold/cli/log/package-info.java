/** What reaches the log. */
@NullMarked
package io.newsfold.cli.log;

import org.jspecify.annotations.NullMarked;
