package io.newsfold.enrich.entity;

import io.newsfold.contract.EntityType;
import io.newsfold.contract.Sha256;
import io.newsfold.enrich.entity.EntityCandidate.Match;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link EntityTable}. Entities keep the order in which they are added, the best known should come first, and
 * the file depends on nothing else. Needs some 70 MB of heap whatever the number of entities; the rest lies in files of a folder until the end. Not
 * thread-safe.
 */
public final class EntityTableWriter implements AutoCloseable {
    private static final int VERSION_DIGITS = 12;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final DataOutputStream offsets;
    private final OutputStream records;
    private final NameSort names;
    private int entities;
    private long recordBytes;

    /** @param folder for files that {@link #finish} deletes; it is made where there is none */
    public EntityTableWriter(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        offsets = new DataOutputStream(out(offsetsFile()));
        records = out(recordsFile());
        names = new NameSort(folder);
    }

    private Path offsetsFile() {
        return folder.resolve("offsets");
    }

    private Path recordsFile() {
        return folder.resolve("records");
    }

    private static OutputStream out(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    /**
     * Adds an entity.
     *
     * @param all its names, the usual one among them
     * @throws IOException if the file would have a part of more than 2 GiB, or cannot be written
     */
    public void add(TableEntity entity, Collection<EntityName> all) throws IOException {
        byte[] bytes = EntityRecord.encode(entity);
        if (recordBytes + bytes.length > Integer.MAX_VALUE || names.size() > Integer.MAX_VALUE / Long.BYTES - 1000) {
            throw new IOException("too much for one table (%,d entities, %,d names): leave out the less known"
                    .formatted(entities, names.size()));
        }
        offsets.writeLong(recordBytes);
        records.write(bytes);
        recordBytes += bytes.length;
        Set<Long> keys = new HashSet<>();
        for (EntityName name : all) {
            add(entity.type(), name, keys);
        }
        String surname = NameForm.surname(entity.name());
        if (entity.type() == EntityType.PERSON && !NameForm.of(surname).isEmpty()) {
            addOnce(NameForm.surnameKey(surname), Match.SURNAME, keys);
        }
        entities++;
    }

    private void add(@Nullable EntityType type, EntityName name, Set<Long> keys) throws IOException {
        String form = NameForm.of(name.name());
        if (form.isEmpty()) {
            return;
        }
        int written = NameForm.written(name.name());
        Match kind = name.isLabel() ? Match.LABEL : Match.ALIAS;
        names.add(NameForm.key(form), new Posting(entities, kind, written));
        if (type == EntityType.PERSON && form.indexOf(' ') > 0) {
            addOnce(NameForm.spellingKey(name.name()), Match.SPELLING, keys);
        }
    }

    private void addOnce(long key, Match kind, Set<Long> keys) throws IOException {
        if (keys.add(key)) {
            names.add(key, new Posting(entities, kind, 0));
        }
    }

    /** Writes the table and deletes the folder's files. */
    public void finish(Path file) throws IOException {
        offsets.writeLong(recordBytes);
        close();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = Sha256.digest();
        int size = (int) names.size();
        try (OutputStream plain = out(part);
                DigestOutputStream out = new DigestOutputStream(plain, digest)) {
            out.on(false);
            out.write(new EntityTable.Layout("0".repeat(VERSION_DIGITS), entities, recordBytes, size)
                    .bytes()
                    .array());
            out.on(true);
            Files.copy(offsetsFile(), out);
            Files.copy(recordsFile(), out);
            Path postings = folder.resolve("postings");
            DataOutputStream keys = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
            try (DataOutputStream values = new DataOutputStream(out(postings))) {
                names.merge((key, posting) -> {
                    keys.writeLong(key);
                    values.writeLong(posting);
                });
            }
            keys.flush();
            Files.copy(postings, out);
            Files.delete(postings);
        }
        String version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(new EntityTable.Layout(version, entities, recordBytes, size).bytes(), 0);
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(offsetsFile());
        Files.delete(recordsFile());
    }

    @Override
    public void close() throws IOException {
        offsets.close();
        records.close();
    }
}
