/** Bytes to characters that are fit for a file: the one decoder of pages, feeds and objects. */
@NullMarked
package io.newsfold.text.charset;

import org.jspecify.annotations.NullMarked;
