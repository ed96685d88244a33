/** Kills the programs of a running pipeline and compares its output with that of an undisturbed run. */
@NullMarked
package io.newsfold.lab.chaos;

import org.jspecify.annotations.NullMarked;
