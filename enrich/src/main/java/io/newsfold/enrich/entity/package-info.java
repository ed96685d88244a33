/**
 * The table of entities of the world: names in many languages, types, popularity, relations and coordinates, in one file
 * that is mapped into memory.
 */
@NullMarked
package io.newsfold.enrich.entity;

import org.jspecify.annotations.NullMarked;
