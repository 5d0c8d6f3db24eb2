package kontor.analytics.sales.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Currency;
import kontor.analytics.sales.FigureKey;
import kontor.analytics.sales.FigureKey.ArticleDay;
import kontor.analytics.sales.FigureKey.ChannelDay;
import kontor.analytics.sales.Tally;
import kontor.analytics.sales.TrackedOrder;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How figures and tracked orders look in stores and on the topic {@code analytics-figures}. */
final class FigureRecords {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CHANNEL = "channel";
  private static final String ARTICLE = "article";

  private FigureRecords() {}

  /** A key of the topic: which partition of the orders says what about which figure. */
  record Entry(int partition, FigureKey key) {}

  static Serde<TrackedOrder> orders() {
    return serde(TrackedOrder.class);
  }

  static Serde<Tally> tallies() {
    return serde(Tally.class);
  }

  /** {@code article|2026-11-25|EUR|TEE-1}; the name stands last, since a SKU may hold a bar. */
  static String text(FigureKey key) {
    String when = key.day() + "|" + key.currency().getCurrencyCode() + "|";
    if (key instanceof ChannelDay c) {
      return CHANNEL + "|" + when + c.channel();
    }
    if (key instanceof ArticleDay a) {
      return ARTICLE + "|" + when + a.sku();
    }
    throw new IllegalArgumentException("no rule for " + key);
  }

  static String text(Entry entry) {
    return entry.partition() + "|" + text(entry.key());
  }

  static Entry entry(String text) {
    String[] parts = text.split("\\|", 5);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not a figure: " + text);
    }
    LocalDate day = LocalDate.parse(parts[2]);
    Currency currency = Currency.getInstance(parts[3]);
    FigureKey key =
        parts[1].equals(CHANNEL)
            ? new ChannelDay(day, new ChannelId(parts[4]), currency)
            : new ArticleDay(day, new Sku(parts[4]), currency);
    return new Entry(Integer.parseInt(parts[0]), key);
  }

  private static <T> Serde<T> serde(Class<T> type) {
    return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> read(type, bytes));
  }

  @SuppressWarnings("NullAway") // a store asks for null back where it has nothing
  private static <T> T read(Class<T> type, byte[] bytes) {
    try {
      return bytes == null ? null : JSON.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("a store holds what is no " + type.getSimpleName(), e);
    }
  }

  @SuppressWarnings("NullAway") // null deletes
  private static byte[] write(Object value) {
    try {
      return value == null ? null : JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
