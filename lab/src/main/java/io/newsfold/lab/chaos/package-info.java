/** Kills every program of a running pipeline, again and again, and compares the output with that of an undisturbed run. */
@NullMarked
package io.newsfold.lab.chaos;

import org.jspecify.annotations.NullMarked;
