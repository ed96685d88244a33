/** Sources of articles and the producer that publishes them to {@link io.newsfold.contract.Topic#RAW}. */
@NullMarked
package io.newsfold.ingest;

import org.jspecify.annotations.NullMarked;
