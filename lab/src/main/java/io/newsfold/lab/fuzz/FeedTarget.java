package io.newsfold.lab.fuzz;

/** Any bytes as an RSS or Atom file. */
public final class FeedTarget {
    private FeedTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        PipelineInput.take("feed.rss", bytes);
    }
}
