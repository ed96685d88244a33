/**
 * Compares two texts: passages of both, sentences that changed, figures and names that only one has. Pure functions of
 * the texts; knows neither the index nor the web.
 */
@NullMarked
package io.newsfold.desk.compare;

import org.jspecify.annotations.NullMarked;
