/** The desk over HTTP: pages for people, the same as data for programs, the door for articles, the stream of changes. */
@NullMarked
package io.newsfold.desk.web;

import org.jspecify.annotations.NullMarked;
