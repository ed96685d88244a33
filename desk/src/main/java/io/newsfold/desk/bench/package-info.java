/** Made-up articles by the thousand, and the end-to-end measurement that runs on them. */
@NullMarked
package io.newsfold.desk.bench;

import org.jspecify.annotations.NullMarked;
