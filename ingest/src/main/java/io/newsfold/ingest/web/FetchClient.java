package io.newsfold.ingest.web;

import org.jspecify.annotations.Nullable;

/** Where addresses are fetched from. */
public interface FetchClient {
    /**
     * What to fetch.
     *
     * @param etag of the copy that is known; null for none
     * @param lastModified of that copy; null for none
     * @param most bytes of the answer, decoded
     */
    record Request(
            String address, @Nullable String etag, @Nullable String lastModified, int most) {
        /** Whatever there is. */
        public static Request of(String address, int most) {
            return new Request(address, null, null, most);
        }
    }

    /** Fetches; what goes wrong is a refusal. */
    FetchResult fetch(Request request);
}
