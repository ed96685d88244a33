/** Tells the language of a text. */
@NullMarked
package io.newsfold.text.language;

import org.jspecify.annotations.NullMarked;
