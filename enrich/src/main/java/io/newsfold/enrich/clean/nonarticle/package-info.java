/** Recognizes deliveries that are no article: errors, walls, notices, lists of articles. Pure functions. */
@NullMarked
package io.newsfold.enrich.clean.nonarticle;

import org.jspecify.annotations.NullMarked;
