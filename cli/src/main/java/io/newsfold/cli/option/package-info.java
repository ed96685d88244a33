/** Options that several commands share. */
@NullMarked
package io.newsfold.cli.option;

import org.jspecify.annotations.NullMarked;
