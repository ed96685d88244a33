/** Flat tables of articles, their entities, and stories. */
@NullMarked
package io.newsfold.cli.export;

import org.jspecify.annotations.NullMarked;
