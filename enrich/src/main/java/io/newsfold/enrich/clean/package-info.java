/** Raw bytes to headline, paragraphs and fields: pages in any state, and text whose tags are gone. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.clean;

import org.jspecify.annotations.NullMarked;
