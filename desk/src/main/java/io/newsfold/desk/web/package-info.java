/** The desk over HTTP: pages for people, the same as data, the endpoint for articles, and the stream of changes. */
@NullMarked
package io.newsfold.desk.web;

import org.jspecify.annotations.NullMarked;
