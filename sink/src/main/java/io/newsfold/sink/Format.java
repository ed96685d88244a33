package io.newsfold.sink;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The formats of files of rows. */
public enum Format {
    /** JSON Lines. */
    JSONL("jsonl"),
    /** JSON Lines, gzip. */
    GZIP("jsonl.gz"),
    /** JSON Lines, Zstandard. */
    ZSTD("jsonl.zst"),
    /** Parquet with typed columns, Zstandard inside. */
    PARQUET("parquet");

    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 3;

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    /** Ending of file names, without its leading dot. */
    public String suffix() {
        return suffix;
    }

    /** The format of a file of ours, by its name. */
    static Format of(Path file) {
        String name = String.valueOf(file.getFileName());
        return ofSuffix(name.substring(name.indexOf('.') + 1)).orElse(JSONL);
    }

    /** The format with this ending of file names. */
    static Optional<Format> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(f -> f.suffix.equals(suffix)).findFirst();
    }

    /**
     * The format with this name or ending.
     *
     * @throws IllegalArgumentException where there is none; the message names them all
     */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(name) || f.suffix.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--format takes "
                        + Arrays.stream(values())
                                .map(f -> f.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", not " + name));
    }

    /** Begins a new file; an existing one is overwritten. */
    RowWriter open(Path file, RowType type) throws IOException {
        Files.createDirectories(DurableFiles.parent(file));
        return this == PARQUET ? ParquetOutput.open(file, type) : new JsonLines.Writer(out(file), type);
    }

    /** Opens a file; the rows come in the order in which they were written. */
    RowReader read(Path file, RowType type) throws IOException {
        return this == PARQUET ? ParquetInput.open(file, type) : new JsonLines.Reader(in(file), type);
    }

    private OutputStream out(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING), BUFFER);
        return switch (this) {
            case GZIP -> new GZIPOutputStream(out, BUFFER);
            case ZSTD -> new ZstdOutputStream(out, ZSTD_LEVEL).setChecksum(true);
            default -> out;
        };
    }

    private InputStream in(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedInputStream(
                switch (this) {
                    case GZIP -> new GZIPInputStream(in, BUFFER);
                    case ZSTD -> new ZstdInputStream(in);
                    default -> in;
                },
                BUFFER);
    }
}
