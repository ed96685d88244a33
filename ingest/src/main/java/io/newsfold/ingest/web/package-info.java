/** Polls feeds and sitemaps and fetches pages: only from the public internet, within robots.txt, and each once. */
@NullMarked
package io.newsfold.ingest.web;

import org.jspecify.annotations.NullMarked;
