package io.newsfold.ingest.web;

import io.newsfold.contract.Json;

/** All that some feeds tell of an article, as a body. */
record FeedItemText(String headline) {
    byte[] body() {
        return Json.bytes(this);
    }
}
