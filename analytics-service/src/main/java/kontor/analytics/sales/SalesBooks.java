package kontor.analytics.sales;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

/**
 * All figures in memory, by day. Each partition of the orders counts for itself, so a figure is the
 * sum of what the partitions last said of it. One thread writes, many read.
 */
public final class SalesBooks {

  private final NavigableMap<LocalDate, Map<FigureKey, Map<Integer, Tally>>> days =
      new ConcurrentSkipListMap<>();

  /** The newest word of a partition on a figure; it replaces the one before. */
  public void set(int partition, FigureKey key, Tally tally) {
    days.computeIfAbsent(key.day(), day -> new ConcurrentHashMap<>())
        .merge(key, Map.of(partition, tally), SalesBooks::replaced);
  }

  /**
   * Walks through all figures of these days, oldest first.
   *
   * @param to inclusive
   */
  public void between(LocalDate from, LocalDate to, BiConsumer<FigureKey, Tally> reader) {
    days.subMap(from, true, to, true)
        .values()
        .forEach(day -> day.forEach((key, parts) -> reader.accept(key, sum(parts.values()))));
  }

  private static Tally sum(Collection<Tally> parts) {
    return parts.stream().reduce(Tally.NONE, Tally::plus);
  }

  /** Small and never changed, so that a reader sees the old parts or the new ones. */
  private static Map<Integer, Tally> replaced(Map<Integer, Tally> old, Map<Integer, Tally> newer) {
    Map<Integer, Tally> parts = new java.util.HashMap<>(old);
    parts.putAll(newer);
    return Map.copyOf(parts);
  }
}
