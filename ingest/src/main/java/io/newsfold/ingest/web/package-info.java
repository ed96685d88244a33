/** Articles from the web: fetched safely, politely, and each once. */
@NullMarked
package io.newsfold.ingest.web;

import org.jspecify.annotations.NullMarked;
