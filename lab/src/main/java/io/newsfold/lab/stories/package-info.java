/** Measures stories on labelled news: ours beside other ways of clustering, and with what weights are learned. */
@NullMarked
package io.newsfold.lab.stories;

import org.jspecify.annotations.NullMarked;
