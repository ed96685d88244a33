/** Targets of the fuzzer. */
@NullMarked
package io.newsfold.lab.fuzz;

import org.jspecify.annotations.NullMarked;
