/** What {@code newsfold doctor} looks at. Nothing here writes, to a topic or to a folder. */
@NullMarked
package io.newsfold.cli.doctor;

import org.jspecify.annotations.NullMarked;
