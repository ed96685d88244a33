/** Makes the fingerprints that matching compares: weighted terms, shingle hashes and figures. Knows no Kafka. */
@NullMarked
package io.newsfold.enrich.fingerprint;

import org.jspecify.annotations.NullMarked;
