/** Takes the wrapping off a delivery and repairs and measures its text. */
@NullMarked
package io.newsfold.enrich.clean.input;

import org.jspecify.annotations.NullMarked;
