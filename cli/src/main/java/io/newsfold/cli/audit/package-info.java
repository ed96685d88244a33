/** Reconciliation of topics and files. */
@NullMarked
package io.newsfold.cli.audit;

import org.jspecify.annotations.NullMarked;
