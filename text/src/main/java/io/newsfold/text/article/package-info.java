/** Articles as other programs export them: which field of a JSON object means what. */
@NullMarked
package io.newsfold.text.article;

import org.jspecify.annotations.NullMarked;
