package io.newsfold.ingest.source;

import io.newsfold.text.article.FieldMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Files and folders of articles, in a stable order: the paths as given, inside a folder by name. */
public final class FileFeed {
    private final List<Path> paths;
    private final Consumer<String> remarks;
    private final FieldMapping asked;

    /** @param remarks takes sentences on what is left out, and why */
    public FileFeed(List<Path> paths, Consumer<String> remarks) {
        this(paths, remarks, FieldMapping.NONE);
    }

    /**
     * A feed that has not been read yet.
     *
     * @param remarks takes sentences on what is left out, and why
     * @param asked where a user says that the fields of exported articles stand
     */
    public FileFeed(List<Path> paths, Consumer<String> remarks, FieldMapping asked) {
        this.paths = List.copyOf(paths);
        this.remarks = remarks;
        this.asked = asked;
    }

    /** All deliveries in a list. */
    public List<Delivery> all() {
        List<Delivery> all = new ArrayList<>();
        read(all::add);
        return all;
    }

    /**
     * Gives each delivery to {@code receiver}.
     *
     * @throws InputException where a path is missing or cannot be read
     */
    public void read(Consumer<Delivery> receiver) {
        paths.forEach(FileFeed::mustExist);
        InputFileReader reader = new InputFileReader(remarks, asked);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                new FeedFolder(path, reader, remarks).read(receiver);
            } else {
                InputFile file = new InputFile(path, path.getFileName().toString());
                reader.read(file, ArticleMetadata.NONE, receiver);
            }
        }
    }

    private static void mustExist(Path path) {
        if (!Files.exists(path)) {
            throw new InputException("there is no file or folder " + path);
        }
        if (!Files.isReadable(path)) {
            throw new InputException("no permission to read " + path);
        }
    }
}
