/** What matching needs to know of an article: weighted terms, shingle hashes, figures. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.fingerprint;

import org.jspecify.annotations.NullMarked;
