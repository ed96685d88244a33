/** Addresses of articles in one canonical form. */
@NullMarked
package io.newsfold.text.address;

import org.jspecify.annotations.NullMarked;
