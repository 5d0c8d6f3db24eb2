package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Cancellations;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Progress;
import kontor.connector.channel.RefundFiles;
import kontor.connector.channel.Refunds;
import kontor.connector.sale.DueRequest.Cancel;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;

/**
 * Which call of a marketplace carries out what was decided here. Where there is none, a person is
 * told what to do by hand.
 */
final class RequestCalls {

  /** With the last lines of an order the order ends, which may be told a moment later. */
  private static final Duration FOR_THE_WHOLE = Duration.ofSeconds(3);

  private final MarketplaceChannel channel;
  private final Clock clock;

  RequestCalls(MarketplaceChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Empty: not yet.
   *
   * @param all that is due now, since one may be a part of another
   */
  Optional<Progress> carryOut(
      DueRequest due, MarketplaceOrderReceived received, Told told, List<DueRequest> all) {
    SaleLines lines = new SaleLines(received);
    return due.ask() instanceof Cancel cancel
        ? cancel(due, cancel, lines, told, all)
        : payBack(due, (PayBack) due.ask(), lines);
  }

  private Optional<Progress> cancel(
      DueRequest due, Cancel cancel, SaleLines lines, Told told, List<DueRequest> all) {
    if (!(channel instanceof Cancellations cancellations)) {
      String what = cancel.whole() ? "the sale" : lines.words(cancel.units());
      throw byHand("cancel " + what + " by hand at the marketplace, which offers no call for it");
    }
    if (cancel.whole() || cancellations.byLine()) {
      return Optional.of(
          cancellations.cancel(
              due.externalId(), lines.cancellation(cancel, told, all, due), ticket(due)));
    }
    if (partOfWhole(due, all)) {
      return Optional.of(new Progress.Done());
    }
    boolean alone = !clock.instant().isBefore(due.since().plus(FOR_THE_WHOLE));
    return alone ? Optional.of(refundCancelled(due, cancel, lines)) : Optional.empty();
  }

  private static boolean partOfWhole(DueRequest due, List<DueRequest> all) {
    return all.stream()
        .anyMatch(
            other ->
                other.order().equals(due.order())
                    && other.ask() instanceof Cancel cancel
                    && cancel.whole());
  }

  /** Where only whole sales can be cancelled, the buyer gets back what single units cost. */
  private Progress refundCancelled(DueRequest due, Cancel cancel, SaleLines lines) {
    if (channel instanceof Refunds refunds) {
      return refunds.refund(due.externalId(), lines.refundOfCancelled(cancel), ticket(due));
    }
    throw byHand(
        "single units cannot be cancelled at the marketplace, pay them back by hand: "
            + lines.words(cancel.units()));
  }

  private Optional<Progress> payBack(DueRequest due, PayBack payBack, SaleLines lines) {
    if (channel instanceof RefundFiles files) {
      return ticket(due).map(ticket -> FiledRefunds.progress(files, ticket));
    }
    if (channel instanceof Refunds refunds) {
      return Optional.of(refunds.refund(due.externalId(), lines.refund(payBack), ticket(due)));
    }
    throw byHand(
        "pay back "
            + payBack.amount()
            + " by hand at the marketplace, which offers no call for it");
  }

  /** What was refused is begun anew. */
  private static Optional<String> ticket(DueRequest due) {
    return due.parked() ? Optional.empty() : due.ticket();
  }

  private static ChannelException byHand(String what) {
    return new ChannelException(Kind.REFUSED, what, Duration.ZERO, null);
  }
}
