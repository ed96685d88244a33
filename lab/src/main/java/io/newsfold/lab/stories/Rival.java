package io.newsfold.lab.stories;

import java.util.List;
import java.util.Map;

/** Another way to find stories, with one threshold. */
interface Rival {
    /** For tables. */
    String name();

    /** Thresholds worth trying. */
    List<Double> thresholds();

    /** The story of each article by its id, for articles in canonical order. */
    Map<String, String> stories(List<LabelledArticle> articles, double threshold);
}
