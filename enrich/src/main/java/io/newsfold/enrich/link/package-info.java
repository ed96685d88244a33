/**
 * The stage that links stories of different languages on one event: a pure score of two stories, and the list of links
 * of each story, which depends only on the stories there are.
 */
@NullMarked
package io.newsfold.enrich.link;

import org.jspecify.annotations.NullMarked;
