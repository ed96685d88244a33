/** Tells reports, round-ups, live pages, opinion, interviews and corrections from one another. */
@NullMarked
package io.newsfold.enrich.clean.kind;

import org.jspecify.annotations.NullMarked;
