/** Turns a page or text into blocks and decides which of them are the article. */
@NullMarked
package io.newsfold.enrich.clean.body;

import org.jspecify.annotations.NullMarked;
