/** Reads articles from files, folders and streams: JSON Lines, JSON, pages, WARC and feeds. */
@NullMarked
package io.newsfold.ingest.source;

import org.jspecify.annotations.NullMarked;
