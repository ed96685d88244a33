package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * How the things of a topic stand, on disk, by date and id; and up to which offset of each partition that is. Rows and offsets are written together without a log: a kill sets all of them
 * back to one earlier moment. Derived: deleted, it is made again from the topic.
 */
final class LatestStateStore implements AutoCloseable {
    private static final byte POSITION = 'p';
    private static final byte DATE = 'd';
    private static final byte ROW = 'r';
    private static final byte CHANGED = 'c';
    private static final long CACHE = 8L * 1024 * 1024;
    private static final long WRITE_BUFFER = 8L * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(CACHE);
    private final Options options;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB store;
    private final TreeMap<LocalDate, Integer> dates = new TreeMap<>();
    private final Set<LocalDate> changed = new TreeSet<>();

    /** What a row is written to. */
    interface Taker {
        void take(String id, byte[] json) throws IOException;
    }

    LatestStateStore(Path folder) throws IOException {
        Files.createDirectories(folder);
        options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER)
                .setKeepLogFileNum(1)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
        try {
            store = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            closeOptions();
            throw new IOException("the store " + folder + " does not open: " + e.getMessage(), e);
        }
        each(new byte[] {DATE}, (id, date) -> dates.merge(date(date), 1, Integer::sum));
        each(new byte[] {CHANGED}, (date, nothing) -> changed.add(LocalDate.parse(date)));
    }

    /** Offset of a partition up to which, exclusively, everything is in here. */
    long next(int partition) throws IOException {
        byte[] next = get(key(POSITION, Integer.toString(partition)));
        return next == null ? 0 : ByteBuffer.wrap(next).getLong();
    }

    /** Takes a change. */
    void put(Row row) throws IOException {
        byte[] dateKey = key(DATE, row.id());
        byte[] old = get(dateKey);
        try (WriteBatch batch = new WriteBatch()) {
            if (old != null) {
                batch.delete(key(ROW, date(old) + row.id()));
                leaves(batch, date(old));
            }
            byte[] json = row.json();
            LocalDate date = row.date();
            if (json != null && date != null) {
                batch.put(dateKey, date.toString().getBytes(UTF_8));
                batch.put(key(ROW, date + row.id()), json);
                dates.merge(date, 1, Integer::sum);
                noteChanged(batch, date);
            } else if (old != null) {
                batch.delete(dateKey);
            }
            byte[] next = ByteBuffer.allocate(Long.BYTES)
                    .putLong(row.at().offset() + 1)
                    .array();
            batch.put(key(POSITION, Integer.toString(row.at().partition())), next);
            store.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private void leaves(WriteBatch batch, LocalDate date) throws RocksDBException {
        dates.computeIfPresent(date, (d, rows) -> rows == 1 ? null : rows - 1);
        noteChanged(batch, date);
    }

    private void noteChanged(WriteBatch batch, LocalDate date) throws RocksDBException {
        if (changed.add(date)) {
            batch.put(key(CHANGED, date.toString()), new byte[0]);
        }
    }

    /** Dates that have rows. */
    Set<LocalDate> dates() {
        return dates.keySet();
    }

    /** Dates whose rows have changed since {@link #settle}. */
    Set<LocalDate> changed() {
        return changed;
    }

    /** Forgets which dates had changed. */
    void settle() throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (LocalDate date : changed) {
                batch.delete(key(CHANGED, date.toString()));
            }
            store.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
        changed.clear();
    }

    /** Gives the rows of a date, by id. */
    void rows(LocalDate date, Taker taker) throws IOException {
        each(key(ROW, date.toString()), taker);
    }

    private void each(byte[] prefix, Taker taker) throws IOException {
        byte[] after = prefix.clone();
        after[after.length - 1]++;
        try (Slice end = new Slice(after);
                ReadOptions upTo = new ReadOptions().setIterateUpperBound(end);
                RocksIterator rows = store.newIterator(upTo)) {
            for (rows.seek(prefix); rows.isValid(); rows.next()) {
                byte[] key = rows.key();
                taker.take(new String(key, prefix.length, key.length - prefix.length, UTF_8), rows.value());
            }
            rows.status();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private byte @Nullable [] get(byte[] key) throws IOException {
        try {
            return store.get(key);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private static IOException failed(RocksDBException e) {
        return new IOException("the store of the sink: " + e.getMessage(), e);
    }

    private static LocalDate date(byte[] date) {
        return LocalDate.parse(new String(date, UTF_8));
    }

    private static byte[] key(byte kind, String rest) {
        byte[] bytes = rest.getBytes(UTF_8);
        byte[] key = new byte[bytes.length + 1];
        key[0] = kind;
        System.arraycopy(bytes, 0, key, 1, bytes.length);
        return key;
    }

    @Override
    public void close() {
        store.close(); // flushes what has no log
        closeOptions();
    }

    private void closeOptions() {
        options.close();
        unlogged.close();
        cache.close();
    }
}
