/** Takes the wrapping off a delivery and turns its bytes into characters that are fit for a file. */
@NullMarked
package io.newsfold.enrich.clean.input;

import org.jspecify.annotations.NullMarked;
