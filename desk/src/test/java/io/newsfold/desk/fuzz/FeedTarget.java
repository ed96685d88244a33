package io.newsfold.desk.fuzz;

/** Any bytes as an RSS or Atom file. */
public final class FeedTarget {
    private FeedTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Door.take("feed.rss", bytes);
    }
}
