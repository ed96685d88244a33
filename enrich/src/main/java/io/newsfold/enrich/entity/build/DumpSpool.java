package io.newsfold.enrich.entity.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.newsfold.enrich.entity.TableEntity;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * What the first reading of all inputs keeps, in files: the entities, the subclasses, the regions of regions, and how
 * far it is. Every {@value #CHECKPOINT} lines the files are brought to the disk; a reading that was stopped goes on from
 * there, if its inputs and settings are the same. Not thread-safe.
 */
final class DumpSpool implements AutoCloseable {
    private static final int CHECKPOINT = 20_000;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final FileChannel lock;
    private final List<String> inputs;
    private final EntityReader reader;
    private final int minSitelinks;
    private final BuildProgress progress;
    private final String identity;
    private final Output entities;
    private final Output superclasses;
    private final Output regions;
    private long lines;
    private long unreadable;
    private long kept;
    private boolean hasSitelinks;
    private boolean isDone;

    /** A file that grows, and can be cut to what was in it at a checkpoint. */
    private static final class Output implements AutoCloseable {
        private final RandomAccessFile file;
        private final DataOutputStream out;
        private long length;

        Output(Path path, long length) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(length);
            file.seek(length);
            this.length = length;
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), BUFFER));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            length += bytes.length;
        }

        void writePair(long lower, long upper) throws IOException {
            out.writeLong(lower);
            out.writeLong(upper);
            length += IdPairs.BYTES;
        }

        void force() throws IOException {
            out.flush();
            file.getChannel().force(false);
        }

        @Override
        public void close() throws IOException {
            out.close();
            file.close();
        }
    }

    private DumpSpool(
            Path folder,
            FileChannel lock,
            List<String> inputs,
            EntityBuild.Settings settings,
            BuildProgress progress,
            String identity,
            Properties known)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.inputs = List.copyOf(inputs);
        this.reader = new EntityReader(settings.languages());
        this.minSitelinks = settings.minSitelinks();
        this.progress = progress;
        this.identity = identity;
        lines = number(known, "lines");
        unreadable = number(known, "unreadable");
        kept = number(known, "kept");
        hasSitelinks = Boolean.parseBoolean(known.getProperty("hasSitelinks"));
        isDone = Boolean.parseBoolean(known.getProperty("isDone"));
        entities = new Output(file(), number(known, "entities"));
        superclasses = new Output(superclasses(), number(known, "superclasses"));
        regions = new Output(regions(), number(known, "regions"));
        if (lines > 0) {
            progress.resumed(lines);
        }
    }

    /** Opens the folder of a build, made where there is none. */
    static DumpSpool open(Path folder, List<String> inputs, EntityBuild.Settings settings, BuildProgress progress)
            throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw new IOException("another program builds this table");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("this program builds this table already", e);
        }
        String identity = identity(inputs, settings);
        Properties known = state(folder, identity, !inputs.contains("-"));
        return new DumpSpool(folder, lock, inputs, settings, progress, identity, known);
    }

    /** The state of a reading that can go on; empty where there is none. Standard input cannot be read again. */
    private static Properties state(Path folder, String identity, boolean canGoOn) throws IOException {
        Path file = folder.resolve("state");
        Properties state = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                state.load(in);
                if (canGoOn && identity.equals(state.getProperty("identity")) && isWhole(folder, state)) {
                    return state;
                }
            } catch (IllegalArgumentException e) {
                // it was damaged: the reading begins anew
            }
            Files.delete(file); // or another build would take its files for this one's
        }
        return new Properties();
    }

    private static boolean isWhole(Path folder, Properties state) throws IOException {
        for (String name : List.of("entities", "superclasses", "regions")) {
            Path file = folder.resolve(name);
            if (!Files.exists(file) || Files.size(file) < number(state, name)) {
                return false;
            }
        }
        return true;
    }

    /** What must be the same for a reading to go on. */
    private static String identity(List<String> inputs, EntityBuild.Settings settings) throws IOException {
        StringBuilder identity = new StringBuilder(settings.description());
        for (String input : inputs) {
            if (!input.equals("-")) {
                Path file = Path.of(input);
                identity.append(' ').append(file.toAbsolutePath()).append(' ').append(Files.size(file));
                identity.append(' ').append(Files.getLastModifiedTime(file).toMillis());
            }
        }
        return identity.toString();
    }

    private static long number(Properties state, String name) {
        return Long.parseLong(state.getProperty(name, "0"));
    }

    Path file() {
        return folder.resolve("entities");
    }

    Path superclasses() {
        return folder.resolve("superclasses");
    }

    Path regions() {
        return folder.resolve("regions");
    }

    long lines() {
        return lines;
    }

    long unreadable() {
        return unreadable;
    }

    boolean hasSitelinks() {
        return hasSitelinks;
    }

    /** Length of {@link #file} in bytes. */
    long length() {
        return entities.length;
    }

    /** The entities: before each its length. */
    DataInputStream entities() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file()), BUFFER));
    }

    /** Reads all lines that were not read before. */
    void readAll() throws IOException {
        long toSkip = lines;
        if (!isDone) {
            for (String input : inputs) {
                toSkip = read(input, toSkip);
            }
            isDone = true;
            checkpoint();
        }
        progress.read(lines, kept);
    }

    private long read(String input, long linesToSkip) throws IOException {
        long toSkip = linesToSkip;
        long number = 0;
        try (InputStream in = open(input)) {
            if (input.toLowerCase(Locale.ROOT).matches(".*\\.csv(?:\\.gz|\\.bz2)?")) {
                return readCsv(input, in, toSkip);
            }
            LineInput lineInput = new LineInput(in);
            while (toSkip > 0 && lineInput.skip()) {
                toSkip--;
                number++;
            }
            for (byte[] line = lineInput.next(); line != null; line = lineInput.next()) {
                number++;
                readLine(input, number, line);
                count();
            }
        }
        return toSkip;
    }

    private long readCsv(String input, InputStream in, long linesToSkip) throws IOException {
        long toSkip = linesToSkip;
        long number = 1;
        try {
            for (byte[] row : CsvEntities.rows(in)) {
                number++;
                if (toSkip > 0) {
                    toSkip--;
                } else {
                    readLine(input, number, row);
                    count();
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException("%s is no CSV behind row %d: %s".formatted(input, number, e.getMessage()), e);
        }
        return toSkip;
    }

    private void count() throws IOException {
        lines++;
        if (lines % CHECKPOINT == 0) {
            checkpoint();
            progress.read(lines, kept);
        }
    }

    private static InputStream open(String input) throws IOException {
        InputStream raw = input.equals("-") ? System.in : Files.newInputStream(Path.of(input));
        InputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0x1f && second == 0x8b) {
            return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        }
        return first == 'B' && second == 'Z'
                ? new BufferedInputStream(new BZip2CompressorInputStream(in, true), BUFFER)
                : in;
    }

    /** Reads a line: an item with or without the comma behind it, or a bracket of the array around all. */
    private void readLine(String input, long number, byte[] line) throws IOException {
        int length = line.length;
        while (length > 0 && (line[length - 1] == ',' || line[length - 1] <= ' ')) {
            length--;
        }
        if (length == 0 || length == 1 && (line[0] == '[' || line[0] == ']')) {
            return;
        }
        EntityReader.Line read;
        try {
            read = reader.read(line, length);
        } catch (IOException | IllegalArgumentException e) {
            unreadable++;
            String message = String.valueOf(e.getMessage());
            progress.unreadable(input, number, message.lines().findFirst().orElse(""));
            return;
        }
        if (TableEntity.isWikidata(read.id())) {
            long item = Long.parseLong(read.id().substring(1));
            for (long superclass : read.superclasses()) {
                superclasses.writePair(item, superclass);
            }
            if (read.entity() != null) {
                for (long region : read.entity().regions()) {
                    regions.writePair(item, region);
                }
            }
        }
        ListedEntity entity = read.entity();
        if (entity != null) {
            boolean isOwn = entity.entity().type() != null;
            hasSitelinks |= !isOwn && entity.entity().sitelinks() > 0;
            if (isOwn || !hasSitelinks || entity.entity().sitelinks() >= minSitelinks) {
                keep(entity);
            }
        }
    }

    private void keep(ListedEntity entity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        entity.write(new DataOutputStream(bytes));
        entities.out.writeInt(bytes.size());
        entities.length += Integer.BYTES;
        entities.write(bytes.toByteArray());
        kept++;
    }

    private void checkpoint() throws IOException {
        entities.force();
        superclasses.force();
        regions.force();
        Properties state = new Properties();
        state.setProperty("identity", identity);
        state.setProperty("lines", Long.toString(lines));
        state.setProperty("unreadable", Long.toString(unreadable));
        state.setProperty("kept", Long.toString(kept));
        state.setProperty("hasSitelinks", Boolean.toString(hasSitelinks));
        state.setProperty("isDone", Boolean.toString(isDone));
        state.setProperty("entities", Long.toString(entities.length));
        state.setProperty("superclasses", Long.toString(superclasses.length));
        state.setProperty("regions", Long.toString(regions.length));
        Path part = folder.resolve("state.part");
        try (var out = Files.newBufferedWriter(part, UTF_8)) {
            state.store(out, null);
        }
        Files.move(part, folder.resolve("state"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        entities.close();
        superclasses.close();
        regions.close();
        lock.close();
    }
}
