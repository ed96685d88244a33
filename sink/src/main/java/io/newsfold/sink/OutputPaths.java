package io.newsfold.sink;

import java.nio.file.Path;

/** The paths below an output folder. */
record OutputPaths(Path out) {
    private static final String MANIFEST = "manifest";

    /** The folder of all histories. */
    Path history() {
        return out.resolve("history");
    }

    /** The ids of the topics that the folder belongs to. */
    Path topics() {
        return out.resolve(".topics");
    }

    /** The offsets up to which {@code latest} shows the topics. */
    Path latestPosition() {
        return out.resolve(".position");
    }

    Path history(RowType type) {
        return history().resolve(type.folder());
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
