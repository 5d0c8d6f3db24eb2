package kontor.analytics.sales;

import java.time.LocalDate;
import java.util.Currency;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;

/** What a figure is about. Two currencies are never added, so each has figures of its own. */
public sealed interface FigureKey {

  /** In the shop's zone. */
  LocalDate day();

  Currency currency();

  /** All orders of one channel on one day. */
  record ChannelDay(LocalDate day, ChannelId channel, Currency currency) implements FigureKey {}

  /** One article on one day, as it was sold: a bundle counts as itself, not as its parts. */
  record ArticleDay(LocalDate day, Sku sku, Currency currency) implements FigureKey {}
}
