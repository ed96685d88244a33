/**
 * A full-text index of the public topics on disk, with its queries; the desk rebuilds it from the topics where it is
 * lost.
 */
@NullMarked
package io.newsfold.desk.index;

import org.jspecify.annotations.NullMarked;
