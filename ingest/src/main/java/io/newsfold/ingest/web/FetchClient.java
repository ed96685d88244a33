package io.newsfold.ingest.web;

import org.jspecify.annotations.Nullable;

/** Fetches addresses over HTTP. */
public interface FetchClient {
    /**
     * A conditional GET request.
     *
     * @param address what to fetch
     * @param etag of the copy that is known; null for none
     * @param lastModified of that copy; null for none
     * @param maxBytes bytes that the body may have, decoded
     */
    record Request(
            String address, @Nullable String etag, @Nullable String lastModified, int maxBytes) {
        /** An unconditional request. */
        public static Request of(String address, int maxBytes) {
            return new Request(address, null, null, maxBytes);
        }
    }

    /** Fetches, redirects included. A failure is a result, not an exception. */
    FetchResult fetch(Request request);
}
