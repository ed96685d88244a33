package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Topic;

/** Rows of minimal articles. */
final class SampleRows {
    static final RowType CHANGES = new RowType(Topic.ENRICHED, true);
    static final RowType ARTICLES = new RowType(Topic.ENRICHED, false);

    private SampleRows() {}

    static byte[] article(String id, int day, String headline) {
        String json = """
                {"schema":"newsfold/articles.enriched/1","id":"%1$s","source":{},"headline":"%2$s",\
                "author":[{"name":"Ida Moss"}],"datePublished":"2026-01-%3$02dT08:00:00.5+02:00","image":[],\
                "inLanguage":"en","articleBody":"Rain.","entities":[],"credits":[],\
                "versions":[{"revision":1,"sha256":"00","firstFetched":"2026-01-09T00:00:00Z","source":{},\
                "changes":[]}],"cleaning":{"dropped":[]},"fields":{},"flags":["a","b"],\
                "story":{"id":"%1$s","headline":"%2$s"},\
                "lineage":{"relation":"first","score":0.25,"byHand":false}}""";
        return json.formatted(id, headline, day).getBytes(UTF_8);
    }

    static Row row(String id, int day, long offset) {
        return Row.of(id, article(id, day, "Rain in the valley"), at(offset));
    }

    static Row tombstone(String id, long offset) {
        return Row.of(id, null, at(offset));
    }

    static Coordinates at(long offset) {
        return new Coordinates(Topic.ENRICHED.topicName(), 0, offset);
    }
}
