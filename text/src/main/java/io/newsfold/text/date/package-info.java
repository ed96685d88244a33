/** Dates as pages, feeds and manifests write them. */
@NullMarked
package io.newsfold.text.date;

import org.jspecify.annotations.NullMarked;
