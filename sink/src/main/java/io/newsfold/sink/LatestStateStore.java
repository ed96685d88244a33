package io.newsfold.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The latest state of a topic on disk: its rows by date and id, and for each partition the offset up to which they are
 * current. Rows and offsets are written together without a log: a kill sets all of them back to one earlier moment. The
 * store is derived: where it is missing, it is rebuilt from the topic. Not thread-safe.
 */
final class LatestStateStore implements AutoCloseable {
    private static final byte NEXT_OFFSET = 'p';
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
    private final TreeMap<String, Integer> rowsByDate = new TreeMap<>();
    private final Set<String> changedDates = new TreeSet<>();

    /** Takes a row. */
    interface JsonHandler {
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
        scan(new byte[] {DATE}, (id, date) -> rowsByDate.merge(date(date), 1, Integer::sum));
        scan(new byte[] {CHANGED}, (date, nothing) -> changedDates.add(date));
    }

    /** Offset after the last change of a partition that is in the store; 0 where there is none. */
    long nextOffset(int partition) throws IOException {
        byte[] next = get(key(NEXT_OFFSET, Integer.toString(partition)));
        return next == null ? 0 : ByteBuffer.wrap(next).getLong();
    }

    /** Applies a change; its offset is not before {@link #nextOffset}. */
    void put(Row row) throws IOException {
        byte[] dateKey = key(DATE, row.id());
        byte[] old = get(dateKey);
        try (WriteBatch batch = new WriteBatch()) {
            if (old != null) {
                removeRow(batch, row.id(), date(old));
            }
            byte[] json = row.json();
            String date = row.date();
            if (json != null && date != null) {
                batch.put(dateKey, date.getBytes(UTF_8));
                batch.put(key(ROW, date + row.id()), json);
                rowsByDate.merge(date, 1, Integer::sum);
                addChangedDate(batch, date);
            } else if (old != null) {
                batch.delete(dateKey);
            }
            byte[] next = ByteBuffer.allocate(Long.BYTES)
                    .putLong(row.at().offset() + 1)
                    .array();
            batch.put(key(NEXT_OFFSET, Integer.toString(row.at().partition())), next);
            store.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private void removeRow(WriteBatch batch, String id, String date) throws RocksDBException {
        batch.delete(key(ROW, date + id));
        rowsByDate.computeIfPresent(date, (d, rows) -> rows == 1 ? null : rows - 1);
        addChangedDate(batch, date);
    }

    private void addChangedDate(WriteBatch batch, String date) throws RocksDBException {
        if (changedDates.add(date)) {
            batch.put(key(CHANGED, date), new byte[0]);
        }
    }

    /** Dates that have rows. */
    Set<String> dates() {
        return rowsByDate.keySet();
    }

    /** Dates whose rows have changed since {@link #clearChangedDates}. */
    Set<String> changedDates() {
        return changedDates;
    }

    /** Called when the files have all changes. */
    void clearChangedDates() throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (String date : changedDates) {
                batch.delete(key(CHANGED, date));
            }
            store.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
        changedDates.clear();
    }

    /** Passes on the rows of a date, by id. */
    void read(String date, JsonHandler handler) throws IOException {
        scan(key(ROW, date), handler);
    }

    private void scan(byte[] prefix, JsonHandler handler) throws IOException {
        byte[] after = prefix.clone();
        after[after.length - 1]++;
        try (Slice end = new Slice(after);
                ReadOptions upTo = new ReadOptions().setIterateUpperBound(end);
                RocksIterator rows = store.newIterator(upTo)) {
            for (rows.seek(prefix); rows.isValid(); rows.next()) {
                byte[] key = rows.key();
                handler.take(new String(key, prefix.length, key.length - prefix.length, UTF_8), rows.value());
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

    private static String date(byte[] date) {
        return new String(date, UTF_8);
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
