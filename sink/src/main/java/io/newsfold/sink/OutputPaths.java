package io.newsfold.sink;

import java.nio.file.Path;

/** The paths below an output folder. */
record OutputPaths(Path out) {
    private static final String MANIFEST = "manifest";

    Path history(RowType type) {
        return out.resolve("history").resolve(type.folder());
    }

    Path latest(RowType type) {
        return out.resolve("latest").resolve(type.folder());
    }

    Path manifest(RowType type) {
        return out.resolve(MANIFEST).resolve(type.folder() + ".jsonl");
    }

    /** The log of all erasures, one JSON object a line. */
    Path erasures() {
        return out.resolve(MANIFEST).resolve("erasures.jsonl");
    }

    /** The store behind {@code latest}. */
    Path state(RowType type) {
        return out.resolve(".state").resolve(type.folder());
    }

    Path temporary() {
        return out.resolve(".tmp");
    }

    FolderSwap latestSwap(RowType type) {
        return FolderSwap.of(latest(type), temporary(), type.folder());
    }

    FolderSwap historySwap(RowType type) {
        return FolderSwap.of(history(type), temporary(), "history-" + type.folder());
    }

    /** Path of a file relative to the output folder. */
    String relative(Path file) {
        return out.relativize(file).toString();
    }
}
