package io.newsfold.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder of articles, read by file name. If it has a manifest, {@code feed.jsonl}, only the files that the manifest
 * lists are read. A line of the manifest that lists no file is an article.
 */
final class FeedFolder {
    private final Path folder;
    private final InputFileReader reader;
    private final Consumer<String> remarks;

    /** @param remarks takes one sentence on each file that is left out */
    FeedFolder(Path folder, InputFileReader reader, Consumer<String> remarks) {
        this.folder = folder;
        this.reader = reader;
        this.remarks = remarks;
    }

    /** @throws InputException where the folder cannot be listed, or lacks a file of the manifest */
    void read(Consumer<Delivery> receiver) {
        Map<String, ArticleMetadata> listed = readManifest(receiver);
        SortedMap<String, InputFile> files = new TreeMap<>();
        FolderListing.of(folder, remarks).forEach(file -> files.put(file.name(), file));
        mustHold(files, listed);
        Map<String, String> addresses = FolderAddresses.of(files.values().stream()
                .filter(InputFile::isPage)
                .filter(file -> isWithoutAddress(file, listed))
                .toList());
        for (InputFile file : files.values()) {
            ArticleMetadata metadata = listed.get(file.name());
            if (metadata != null) {
                reader.read(file, metadata, addresses.get(file.name()), receiver);
            } else if (listed.isEmpty() && file.holdsArticles()) {
                reader.read(file, ArticleMetadata.NONE, addresses.get(file.name()), receiver);
            } else if (!file.name().equals(InputFileReader.MANIFEST)) {
                String reason = listed.isEmpty() ? "not a file of articles" : "not in " + InputFileReader.MANIFEST;
                remarks.accept(FolderListing.leftOut(file.name(), reason));
            }
        }
    }

    /** Whether the file is read, and the manifest has no address for it. */
    private static boolean isWithoutAddress(InputFile file, Map<String, ArticleMetadata> listed) {
        ArticleMetadata metadata = listed.get(file.name());
        return metadata == null ? listed.isEmpty() : metadata.url() == null;
    }

    /** What the manifest says about each file that it lists, by the file's name; empty where there is no manifest. */
    private Map<String, ArticleMetadata> readManifest(Consumer<Delivery> receiver) {
        Map<String, ArticleMetadata> listed = new LinkedHashMap<>();
        Path manifest = manifest();
        if (Files.isRegularFile(manifest)) {
            InputFile file = new InputFile(manifest, InputFileReader.MANIFEST);
            reader.lines(file).read(line -> list(line, listed), receiver);
        }
        return listed;
    }

    private static boolean list(JsonNode line, Map<String, ArticleMetadata> listed) {
        if (!line.has("file")) {
            return false;
        }
        listed.put(line.path("file").asText(), ArticleMetadata.of(line));
        return true;
    }

    private void mustHold(Map<String, InputFile> files, Map<String, ArticleMetadata> listed) {
        listed.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .findFirst()
                .ifPresent(missing -> {
                    throw new InputException(manifest() + " lists " + missing + ", which is not in " + folder);
                });
    }

    private Path manifest() {
        return folder.resolve(InputFileReader.MANIFEST);
    }
}
