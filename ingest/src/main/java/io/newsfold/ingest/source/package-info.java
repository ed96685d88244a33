/** Articles from files, folders and streams. */
@NullMarked
package io.newsfold.ingest.source;

import org.jspecify.annotations.NullMarked;
