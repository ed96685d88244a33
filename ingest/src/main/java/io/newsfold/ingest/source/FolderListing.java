package io.newsfold.ingest.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular files below a folder, except hidden ones and those of saved pages, in no particular order. Links are not
 * followed; pipes and devices are not opened.
 */
final class FolderListing extends SimpleFileVisitor<Path> {
    /** As Chrome, Firefox and Safari name it, and Internet Explorer did in some languages. */
    private static final Pattern OF_PAGE = Pattern.compile(
            "(.+)(?:_files|-files|-Dateien|_Dateien|_fichiers|_archivos|_file|_arquivos|_bestanden|_pliki)");

    private static final List<String> PAGE_ENDINGS = List.of(".html", ".htm", ".xhtml", ".shtml");

    private final Path folder;
    private final Consumer<String> remarks;
    private final List<InputFile> files = new ArrayList<>();

    private FolderListing(Path folder, Consumer<String> remarks) {
        this.folder = folder;
        this.remarks = remarks;
    }

    /**
     * Lists the files below {@code folder}, with their relative paths as names. A name may be lossy where the system
     * cannot spell it.
     *
     * @param remarks takes one sentence on each file that is left out
     * @throws InputException where the folder cannot be listed
     */
    static List<InputFile> of(Path folder, Consumer<String> remarks) {
        FolderListing listing = new FolderListing(folder, remarks);
        try {
            Files.walkFileTree(folder, listing);
        } catch (IOException e) {
            throw new InputException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        return listing.files;
    }

    /** A sentence on a file that is left out. Nothing in it breaks the line or moves the cursor. */
    static String leftOut(String name, String reason) {
        return name.replaceAll("\\p{Cntrl}", "?") + " is left out: " + reason;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
        if (inside.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        boolean isOfPage = isOfPage(inside);
        if (isOfPage) {
            remarks.accept(leftOut(name(inside), "what a browser saved with the page of that name"));
        }
        return isOfPage || isHidden(inside) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** Whether a browser made the folder when it saved a page: that lies beside it, by the same name. */
    private static boolean isOfPage(Path inside) {
        Matcher name = OF_PAGE.matcher(String.valueOf(inside.getFileName()));
        return name.matches()
                && PAGE_ENDINGS.stream()
                        .anyMatch(ending -> Files.exists(inside.resolveSibling(name.group(1) + ending)));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            remarks.accept(leftOut(name(file), "a link, a pipe or a device"));
        } else if (!isHidden(file)) {
            files.add(new InputFile(file, name(file)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        remarks.accept(leftOut(name(file), "it cannot be read"));
        return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }
}
