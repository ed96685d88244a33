/** Writes articles and stories to files: {@code history} has every change, {@code latest} the current state. */
@NullMarked
package io.newsfold.sink;

import org.jspecify.annotations.NullMarked;
