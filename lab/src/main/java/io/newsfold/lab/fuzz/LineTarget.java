package io.newsfold.lab.fuzz;

/** Any bytes as lines of JSON. */
public final class LineTarget {
    private LineTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        PipelineInput.take("lines.jsonl", bytes);
    }
}
