package io.newsfold.desk.index;

import java.util.List;

/**
 * A section of the results of a query.
 *
 * @param items results of this section, in the order of the query
 * @param all number of results of the whole query
 */
public record Results<T>(List<T> items, long all) {
    public Results {
        items = List.copyOf(items);
    }
}
