/** Pictures of articles: fetched once on demand, made thumbnails, which are kept on disk. */
@NullMarked
package io.newsfold.desk.picture;

import org.jspecify.annotations.NullMarked;
