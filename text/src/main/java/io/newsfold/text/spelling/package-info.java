/** Comparison of words that may be misspelt. */
@NullMarked
package io.newsfold.text.spelling;

import org.jspecify.annotations.NullMarked;
