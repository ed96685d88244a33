/** Benchmarks, and the made-up articles that they run on. */
@NullMarked
package io.newsfold.lab.bench;

import org.jspecify.annotations.NullMarked;
