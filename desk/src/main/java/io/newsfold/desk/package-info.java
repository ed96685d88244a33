/** What a person starts: the {@code newsfold} command and the pipeline in one process. */
@NullMarked
package io.newsfold.desk;

import org.jspecify.annotations.NullMarked;
