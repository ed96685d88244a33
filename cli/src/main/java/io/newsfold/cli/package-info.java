/**
 * The {@code newsfold} command. A package depends only on those before it: pipeline and topic; option; replay, print,
 * audit and doctor; command; this one.
 */
@NullMarked
package io.newsfold.cli;

import org.jspecify.annotations.NullMarked;
