/** The checks of {@code newsfold doctor}. None of them writes to a topic or a folder. */
@NullMarked
package io.newsfold.cli.doctor;

import org.jspecify.annotations.NullMarked;
