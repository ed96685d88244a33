package io.newsfold.ingest.web;

import io.newsfold.contract.Json;

/** An article of which a feed gives the headline only. */
record HeadlineArticle(String headline) {
    /** The article as a JSON object. */
    byte[] json() {
        return Json.bytes(this);
    }
}
