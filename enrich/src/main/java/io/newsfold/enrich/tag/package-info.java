/** Finds people, organisations and places in a clean text and resolves them: inside the article, and to one id across articles. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.tag;

import org.jspecify.annotations.NullMarked;
