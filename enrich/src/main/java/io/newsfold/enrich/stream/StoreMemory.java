package io.newsfold.enrich.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One limit of memory for all stores of the process: 64 MiB for the blocks that are read, of which up to 32 MiB hold
 * what is not written yet. By themselves each store would take 50 MiB and three buffers of 16 MiB. What is on disk is
 * compressed.
 */
public final class StoreMemory implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final long UNWRITTEN_BYTES = 32L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 8L * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    /** Open as long as the process: stores come and go. */
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);

    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(UNWRITTEN_BYTES, CACHE);

    /** Kafka Streams makes one for each store. */
    public StoreMemory() {}

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION); // nine tenths of a store lie there
    }

    @Override
    public void close(String store, Options options) {
        // the cache and the buffers are those of all stores
    }
}
