/** Trainers of the shipped models, and makers of the shipped tables. */
@NullMarked
package io.newsfold.lab.train;

import org.jspecify.annotations.NullMarked;
