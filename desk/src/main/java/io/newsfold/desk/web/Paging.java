package io.newsfold.desk.web;

import io.newsfold.desk.index.Results;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section of a list that a request is for.
 *
 * @param start number of rows before it, 0 to 10,000,000
 * @param limit number of rows, 1 to 1,000
 */
record Paging(int start, int limit) {
    /** The names of its parameters. */
    static final Set<String> PARAMETERS = Set.of("start", "limit");

    private static final String START = "start";
    private static final int USUAL_ROWS = 30;
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_START = 10_000_000;

    /** @throws RequestException where a parameter is out of range */
    static Paging of(ResourceRequest request) {
        return of(request, USUAL_ROWS);
    }

    /**
     * As {@link #of(ResourceRequest)}.
     *
     * @param usual number of rows where the request names none
     */
    static Paging of(ResourceRequest request, int usual) {
        return new Paging(request.number(START, 0, 0, MAX_START), request.number("limit", usual, 1, MAX_ROWS));
    }

    /** The parameters of a whole list as they end an address, of those of a section of it. */
    static String withoutSection(Map<String, String> query) {
        Map<String, String> whole = new TreeMap<>(query);
        whole.keySet().removeAll(PARAMETERS);
        return ResourceRequest.address("", whole);
    }

    /** Whether a request names a section; else a list is meant whole. */
    static boolean isAskedBy(ResourceRequest request) {
        return PARAMETERS.stream().anyMatch(name -> request.value(name).isPresent());
    }

    /** Address of the section after this one, in the same representation; null where this is the last. */
    @Nullable
    String next(String path, ResourceRequest request, Results<?> results) {
        int next = start + results.items().size();
        if (next >= results.all() || next > MAX_START || results.items().isEmpty()) {
            return null;
        }
        Map<String, String> query = new TreeMap<>(request.query());
        query.put(START, Integer.toString(next));
        return ResourceRequest.address(path + request.representation().ending(), query);
    }
}
