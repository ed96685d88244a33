/** Kills every program of a running pipeline, again and again, and holds what comes out against a run without faults. */
@NullMarked
package io.newsfold.desk.chaos;

import org.jspecify.annotations.NullMarked;
