package io.newsfold.desk.web;

/** Answers the GET requests below one path. Thread-safe. */
@FunctionalInterface
interface Endpoint {
    /** @throws RequestException where the request is wrong, or there is nothing at its address */
    ResourceResponse get(ResourceRequest request);
}
