/** What became of each raw record, and whether all is done. */
@NullMarked
package io.newsfold.desk.account;

import org.jspecify.annotations.NullMarked;
