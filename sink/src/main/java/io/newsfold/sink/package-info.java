/** Enriched records and stories to files: {@code history}, every change, and {@code latest}, how things stand. */
@NullMarked
package io.newsfold.sink;

import org.jspecify.annotations.NullMarked;
