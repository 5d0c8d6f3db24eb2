package kontor.analytics.sales.adapter;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One small cache for all stores of this process. By default each of them, two per partition, may
 * take more than all of this service should.
 */
public final class SmallStores implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 16L << 20;
  private static final long WRITE_BYTES = 8L << 20;
  private static final long WRITE_BYTES_PER_STORE = 1L << 20;

  static {
    RocksDB.loadLibrary();
  }

  private static final LRUCache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
    options.setWriteBufferSize(WRITE_BYTES_PER_STORE);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String store, Options options) {
    // Cache and buffers belong to all stores and end with the process.
  }
}
