/** What the desk shows: the public topics, read into an index on disk that can be asked. Rebuilt from the topics when lost. */
@NullMarked
package io.newsfold.desk.index;

import org.jspecify.annotations.NullMarked;
