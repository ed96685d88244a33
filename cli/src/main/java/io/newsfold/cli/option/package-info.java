/** Groups of options that several commands share. */
@NullMarked
package io.newsfold.cli.option;

import org.jspecify.annotations.NullMarked;
