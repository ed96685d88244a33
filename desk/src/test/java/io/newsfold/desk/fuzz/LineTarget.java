package io.newsfold.desk.fuzz;

/** Any bytes as lines of JSON. */
public final class LineTarget {
    private LineTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Door.take("lines.jsonl", bytes);
    }
}
