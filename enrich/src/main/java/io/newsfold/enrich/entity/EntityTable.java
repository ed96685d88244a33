package io.newsfold.enrich.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityCandidate.Match;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A table of entities in a file that is mapped, not loaded: opening it reads its header alone, and it takes no heap. Made
 * by {@link EntityTableWriter}. Numbers are big-endian:
 *
 * <ol>
 *   <li>the header ({@link Layout});
 *   <li>for each entity the place of its record, 8 bytes, and one more for the end of the last;
 *   <li>the records ({@link EntityRecord});
 *   <li>the keys of all names, 8 bytes each, sorted as unsigned numbers;
 *   <li>for each key the number of its entity and what the name is ({@link Posting}), 8 bytes.
 * </ol>
 *
 * Immutable; thread-safe.
 */
public final class EntityTable {
    /** So many entities of one name at most are looked at; there are names of thousands of people. */
    static final int MAX_CANDIDATES = 64;

    private final ByteBuffer offsets;
    private final ByteBuffer records;
    private final ByteBuffer keys;
    private final ByteBuffer postings;
    private final Layout layout;

    private EntityTable(Layout layout, ByteBuffer offsets, ByteBuffer records, ByteBuffer keys, ByteBuffer postings) {
        this.layout = layout;
        this.offsets = offsets;
        this.records = records;
        this.keys = keys;
        this.postings = postings;
    }

    /**
     * The first bytes of a table.
     *
     * @param version the first twelve digits of the SHA-256 of all that follows
     * @param entities number of entities
     * @param recordBytes length of all their records
     * @param names number of names
     */
    record Layout(String version, int entities, long recordBytes, int names) {
        static final int BYTES = 8 + 12 + Integer.BYTES + Long.BYTES + Integer.BYTES;
        private static final String MAGIC = "NEWSENT1";

        ByteBuffer bytes() {
            return ByteBuffer.allocate(BYTES)
                    .put(MAGIC.getBytes(US_ASCII))
                    .put(version.getBytes(US_ASCII))
                    .putInt(entities)
                    .putLong(recordBytes)
                    .putInt(names)
                    .flip();
        }

        static Layout read(String file, ByteBuffer in) throws InvalidEntityTableException {
            try {
                if (!ascii(in, MAGIC.length()).equals(MAGIC)) {
                    throw new InvalidEntityTableException(
                            file + " is no table of entities of this version; newsfold entities build makes one");
                }
                return new Layout(ascii(in, 12), in.getInt(), in.getLong(), in.getInt());
            } catch (BufferUnderflowException e) {
                throw new InvalidEntityTableException(file + " is no table of entities: it is too short");
            }
        }

        private static String ascii(ByteBuffer in, int length) {
            byte[] bytes = new byte[length];
            in.get(bytes);
            return new String(bytes, US_ASCII);
        }

        long offsetBytes() {
            return (entities + 1L) * Long.BYTES;
        }

        long keyBytes() {
            return (long) names * Long.BYTES;
        }

        long allBytes() {
            return BYTES + offsetBytes() + recordBytes + 2 * keyBytes();
        }
    }

    /**
     * Opens a table.
     *
     * @throws InvalidEntityTableException if the file is none, or cut off
     */
    public static EntityTable open(Path file) throws IOException, InvalidEntityTableException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(Layout.BYTES);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // a read may give less than there is
            }
            Layout layout = Layout.read(file.toString(), header.flip());
            if (channel.size() != layout.allBytes()) {
                throw new InvalidEntityTableException(
                        "%s is damaged: it has %,d bytes and should have %,d; build it again"
                                .formatted(file, channel.size(), layout.allBytes()));
            }
            long records = Layout.BYTES + layout.offsetBytes();
            long keys = records + layout.recordBytes();
            return new EntityTable(
                    layout,
                    channel.map(MapMode.READ_ONLY, Layout.BYTES, layout.offsetBytes()),
                    channel.map(MapMode.READ_ONLY, records, layout.recordBytes()),
                    channel.map(MapMode.READ_ONLY, keys, layout.keyBytes()),
                    channel.map(MapMode.READ_ONLY, keys + layout.keyBytes(), layout.keyBytes()));
        }
    }

    /**
     * A table from the bytes of its file, which stay in the heap.
     *
     * @throws InvalidEntityTableException if the bytes are none, or cut off
     */
    public static EntityTable of(byte[] bytes) throws InvalidEntityTableException {
        ByteBuffer all = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        Layout layout = Layout.read("it", all);
        if (bytes.length != layout.allBytes()) {
            throw new InvalidEntityTableException("the table is damaged");
        }
        int records = Layout.BYTES + (int) layout.offsetBytes();
        int keys = records + (int) layout.recordBytes();
        int keyBytes = (int) layout.keyBytes();
        return new EntityTable(
                layout,
                all.slice(Layout.BYTES, (int) layout.offsetBytes()),
                all.slice(records, (int) layout.recordBytes()),
                all.slice(keys, keyBytes),
                all.slice(keys + keyBytes, keyBytes));
    }

    /** The table that we ship: bodies, countries and cities. */
    public static EntityTable shipped() {
        return Shipped.TABLE;
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final EntityTable TABLE = read();

        private static EntityTable read() {
            try (InputStream packed =
                            Objects.requireNonNull(EntityTable.class.getResourceAsStream("shipped.entities.gz"));
                    InputStream in = new GZIPInputStream(packed, 1 << 16)) {
                return of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InvalidEntityTableException e) {
                throw new IllegalStateException("the table of this program is damaged", e);
            }
        }
    }

    /** The version: twelve digits that change with any byte of the table. */
    public String version() {
        return layout.version();
    }

    /** Number of entities. */
    public int size() {
        return layout.entities();
    }

    /** Number of names by which they are found. */
    public int names() {
        return layout.names();
    }

    /**
     * The entities that a name may mean: by the name as written or but for accents, signs, articles and legal forms; a
     * person also by another spelling, where no name is as written. At most {@value #MAX_CANDIDATES}, those with most
     * sitelinks first where there are more.
     */
    public List<EntityCandidate> candidates(EntityType type, String name) {
        String form = NameForm.of(name);
        if (form.isEmpty()) {
            return List.of();
        }
        List<EntityCandidate> found = find(NameForm.key(form), name);
        boolean isSpelledOut = type == EntityType.PERSON && form.indexOf(' ') > 0;
        return found.isEmpty() && isSpelledOut ? find(NameForm.spellingKey(name), name) : found;
    }

    /** The people whom a surname alone may mean. */
    public List<EntityCandidate> bySurname(String surname) {
        return NameForm.of(surname).isEmpty() ? List.of() : find(NameForm.surnameKey(surname), surname);
    }

    private List<EntityCandidate> find(long key, String name) {
        int written = NameForm.written(name);
        Map<Integer, Match> matches = new LinkedHashMap<>();
        for (int i = firstAt(key); i < names() && key(i) == key && matches.size() < MAX_CANDIDATES; i++) {
            Posting posting = Posting.of(postings.getLong(i * Long.BYTES));
            matches.merge(posting.entity(), posting.match(written), (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
        List<EntityCandidate> candidates = new ArrayList<>();
        matches.forEach((entity, match) -> candidates.add(new EntityCandidate(entity(entity), match)));
        return candidates;
    }

    /** The index of the first key that is not smaller, by halves. */
    private int firstAt(long key) {
        int low = 0;
        int high = names();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(key(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long key(int index) {
        return keys.getLong(index * Long.BYTES);
    }

    private TableEntity entity(int number) {
        int start = (int) offsets.getLong(number * Long.BYTES);
        int end = (int) offsets.getLong((number + 1) * Long.BYTES);
        return EntityRecord.decode(records.slice(start, end - start));
    }
}
