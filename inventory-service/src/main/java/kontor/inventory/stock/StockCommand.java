package kontor.inventory.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent.UnitsAt;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the stock of one SKU. Each may be asked again: done once, it does nothing.
 */
public sealed interface StockCommand {

  /** Moves what is on hand, without any order. {@code reference} names it, so it counts once. */
  sealed interface Movement extends StockCommand {

    /** Where units are put or counted. */
    Place place();

    String reference();
  }

  /**
   * Goods arrived.
   *
   * @param cost of all units; empty: nobody knows
   * @param at when they did; empty: not noted
   */
  record Receive(
      Place place,
      Quantity quantity,
      String reference,
      Optional<GoodsCost> cost,
      Optional<Instant> at)
      implements Movement {

    /** At a cost that nobody knows. */
    public Receive(Place place, Quantity quantity, String reference) {
      this(place, quantity, reference, Optional.empty(), Optional.empty());
    }
  }

  /**
   * So many units of a line of a purchase order have not arrived yet.
   *
   * @param line and the purchase order before it
   * @param quantity zero: nothing more will come, and this is the last word on the line
   * @param on the day they should arrive; empty: nobody said
   * @param revision of the purchase order; an older one says nothing any more
   */
  record Expect(
      LocationId location, String line, Quantity quantity, Optional<LocalDate> on, long revision)
      implements StockCommand {}

  /** Puts the figure right by so many units. */
  record Adjust(Place place, int delta, String reason, String reference) implements Movement {}

  /**
   * Somebody counted: so many are there.
   *
   * @param seen the movements of the shelf that he knew of; when there was one since, the count is
   *     not booked. Empty: he counted just now.
   */
  record Count(Place place, Quantity counted, OptionalInt seen, String reference)
      implements Movement {}

  /** Units go from one place to another. */
  record Transfer(
      Place from, Place place, Quantity quantity, @Nullable String reason, String reference)
      implements Movement {}

  /** Units are lost, broken or out of date. */
  record WriteOff(Place place, Quantity quantity, String reason, String reference)
      implements Movement {}

  /**
   * Keep so much back from now on.
   *
   * @param seen the revision of the policy that the author has seen: when it is another one now,
   *     nothing is set
   */
  record SetPolicy(StockPolicy policy, int seen) implements StockCommand {}

  /**
   * Hold units for an order.
   *
   * @param channel where they were sold: it may promise no more than its part
   * @param forced the units are sold already: hold them even if there are too few
   */
  record Reserve(
      OrderId order, ChannelId channel, Quantity quantity, Instant expiresAt, boolean forced)
      implements StockCommand {}

  /** Give back what the order still holds. */
  record Release(OrderId order) implements StockCommand {}

  /** What the order still holds has left the house. */
  record Pick(OrderId order) implements StockCommand {}

  /** Give back so many units of what the order holds; the cancellation counts once. */
  record ReleasePart(OrderId order, Quantity quantity, String reference) implements StockCommand {}

  /** So many units of what the order holds have left the house; the parcel counts once. */
  record PickPart(OrderId order, Quantity quantity, String reference) implements StockCommand {}

  /** Ties what the order holds to places, as far as they have it; the wishes count once. */
  record Allocate(OrderId order, List<UnitsAt> wishes, String reference) implements StockCommand {

    public Allocate {
      wishes = List.copyOf(wishes);
    }
  }

  /** What the order should get there is not to be found: it comes from other places. */
  record Reallocate(OrderId order, LocationId without, String reference) implements StockCommand {}

  /** Goods of an order came back, unfit to be sold. */
  record Scrap(OrderId order, String rma, Quantity quantity) implements StockCommand {}

  /**
   * Goods of an order came back, fit to be sold.
   *
   * @param cost at which they left; empty: nobody knows, or not looked up yet
   */
  record TakeBack(
      OrderId order, String rma, LocationId location, Quantity quantity, Optional<GoodsCost> cost)
      implements StockCommand {

    public TakeBack(OrderId order, String rma, LocationId location, Quantity quantity) {
      this(order, rma, location, quantity, Optional.empty());
    }

    TakeBack at(Optional<GoodsCost> known) {
      return new TakeBack(order, rma, location, quantity, known);
    }
  }
}
