/** Collects candidates for each field of an article, from metadata, from what readers see and from the text itself. */
@NullMarked
package io.newsfold.enrich.clean.field;

import org.jspecify.annotations.NullMarked;
