package kontor.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All tables, one lock for all of them, and the journal that brings them back after a restart. */
public final class Store implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Table<?>> tables = new LinkedHashMap<>();
  private final List<Change> noted = new ArrayList<>();
  private final Clock machine = Clock.systemUTC();
  private final @Nullable Journal journal;
  private final Table<Long> counters;

  /** A store that keeps its journal in {@code folder}, or forgets at the end if there is none. */
  public Store(@Nullable Path folder) {
    this.journal = folder == null ? null : new Journal(folder);
    this.counters = table("counters", Long.class);
  }

  /** Declares a table; all of them before {@link #open}. */
  public <V> Table<V> table(String name, Class<V> type) {
    Table<V> table = new Table<>(name, type, this);
    tables.put(name, table);
    return table;
  }

  /** Brings back what the journal holds and begins a fresh, shorter one. */
  public void open() {
    if (journal != null) {
      journal.replay(this::replay);
      journal.restart(snapshot());
    }
  }

  private void replay(Change change) {
    Table<?> table = tables.get(change.table());
    if (table != null) { // a table that an older version had
      table.replay(change.key(), change.value(), change.at());
    }
  }

  private List<Change> snapshot() {
    return tables.values().stream().flatMap(table -> table.snapshot().stream()).toList();
  }

  /** Runs a piece of work alone and writes what it changed before it returns. May be nested. */
  public <T> T change(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      flush();
      lock.unlock();
    }
  }

  private void flush() {
    if (lock.getHoldCount() > 1 || noted.isEmpty()) {
      return;
    }
    if (journal != null) {
      journal.append(noted);
    }
    noted.clear();
  }

  /** Now, by the machine's clock. */
  Instant machineTime() {
    return machine.instant();
  }

  /** Notes a change for the journal; it is made out only if there is one. */
  void note(Supplier<Change> change) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("a table is changed inside Store.change only");
    }
    if (journal != null) {
      noted.add(change.get());
    }
  }

  /** The value of a counter, 0 at first. */
  public long counter(String name) {
    return counters.get(name).orElse(0L);
  }

  /** Sets a counter. */
  public void counter(String name, long value) {
    counters.put(name, value);
  }

  /** The next number of a series, from 1. */
  public long next(String series) {
    long value = counter(series) + 1;
    counter(series, value);
    return value;
  }

  /** Forgets everything. */
  public void reset() {
    change(
        () -> {
          tables.values().forEach(Table::clear);
          noted.clear();
          if (journal != null) {
            journal.restart(List.of());
          }
          return tables;
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (journal != null) {
        journal.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }
}
