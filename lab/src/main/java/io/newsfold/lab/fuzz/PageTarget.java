package io.newsfold.lab.fuzz;

/** Any bytes as a page, or as plain text where they do not begin with a tag. */
public final class PageTarget {
    private PageTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        PipelineInput.take(bytes.length > 0 && bytes[0] == '<' ? "page.html" : "page.txt", bytes);
    }
}
