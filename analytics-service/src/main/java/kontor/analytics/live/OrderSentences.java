package kontor.analytics.live;

import java.util.Map;
import kontor.contracts.order.ChangeEvent;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.ParcelEvent;
import kontor.contracts.order.ReturnEvent;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;

/** What happened to orders. */
final class OrderSentences {

  private static final Map<RejectionReason, Sentence> REASONS =
      Map.of(
          RejectionReason.OUT_OF_STOCK, new Sentence("not enough stock", "zu wenig Bestand"),
          RejectionReason.PAYMENT_DECLINED, new Sentence("payment declined", "Zahlung abgelehnt"),
          RejectionReason.RESERVATION_EXPIRED,
              new Sentence("not reserved in time", "nicht rechtzeitig reserviert"),
          RejectionReason.PAYMENT_OVERDUE,
              new Sentence("not paid in time", "nicht rechtzeitig bezahlt"));

  private final Words words;

  OrderSentences(Words words) {
    this.words = words;
  }

  Sentence tell(OrderEvent event) {
    String order = words.order(event.order());
    if (event instanceof OrderPlaced e) {
      return placed(e);
    }
    if (event instanceof OrderConfirmed) {
      return of(order, new Sentence("confirmed", "bestätigt"));
    }
    if (event instanceof OrderRejected e) {
      Sentence reason = REASONS.getOrDefault(e.reason(), new Sentence(e.detail(), e.detail()));
      return of(
          order, new Sentence("rejected: " + reason.english(), "abgelehnt: " + reason.german()));
    }
    if (event instanceof OrderCancelled e) {
      return of(order, new Sentence("cancelled: " + e.reason(), "storniert: " + e.reason()));
    }
    if (event instanceof OrderShipped e) {
      return shipped(order, e);
    }
    if (event instanceof ChangeEvent
        || event instanceof ParcelEvent
        || event instanceof ReturnEvent) {
      return FulfilmentSentences.tell(order, event);
    }
    return money(order, event);
  }

  Sentence tell(PromotionUseEvent event) {
    String order = words.order(event.order());
    return event instanceof UseTaken
        ? of(
            order,
            new Sentence(
                "uses promotion " + event.promotion(), "nutzt die Aktion " + event.promotion()))
        : of(
            order,
            new Sentence(
                "gives back its use of promotion " + event.promotion(),
                "gibt die Nutzung der Aktion " + event.promotion() + " zurück"));
  }

  private static Sentence money(String order, OrderEvent event) {
    if (event instanceof PaymentAuthorised e) {
      Sentence amount = Words.money(e.amount());
      return about(
          order,
          new Sentence(
              "payment of " + amount.english() + " guaranteed",
              "Zahlung über " + amount.german() + " zugesagt"));
    }
    if (event instanceof PaymentRequested e) {
      Sentence amount = Words.money(e.amount());
      return of(
          order, new Sentence("waits for " + amount.english(), "wartet auf " + amount.german()));
    }
    if (event instanceof OrderPaid e) {
      Sentence amount = Words.money(e.amount());
      return of(order, new Sentence("paid, " + amount.english(), "bezahlt, " + amount.german()));
    }
    if (event instanceof OrderReturned e) {
      Sentence units =
          Words.units(e.lines().stream().mapToLong(line -> line.quantity().value()).sum());
      return about(
          order, new Sentence(units.english() + " came back", units.german() + " kamen zurück"));
    }
    if (event instanceof OrderRefunded e) {
      Sentence amount = Words.money(e.amount());
      Sentence done =
          e.provider().equals(ExchangeOf.PROVIDER)
              ? new Sentence(" credited for an exchange", " für einen Umtausch gutgeschrieben")
              : new Sentence(" refunded", " erstattet");
      return about(
          order, new Sentence(amount.english() + done.english(), amount.german() + done.german()));
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private Sentence placed(OrderPlaced event) {
    Sentence items =
        Words.items(event.lines().stream().mapToLong(line -> line.quantity().value()).sum());
    Sentence sum = Words.money(event.totals().grand());
    Sentence channel = words.channel(event.channel());
    return new Sentence(
        "Order %s placed: %s, %s, %s"
            .formatted(event.number(), items.english(), sum.english(), channel.english()),
        "Bestellung %s eingegangen: %s, %s, %s"
            .formatted(event.number(), items.german(), sum.german(), channel.german()));
  }

  private static Sentence shipped(String order, OrderShipped event) {
    String tracking = event.trackingNumber() == null ? "" : ", " + event.trackingNumber();
    return of(
        order,
        new Sentence(
            "shipped with " + event.carrier() + tracking,
            "versandt mit " + event.carrier() + tracking));
  }

  static Sentence of(String order, Sentence what) {
    return new Sentence(
        "Order " + order + " " + what.english(), "Bestellung " + order + " " + what.german());
  }

  static Sentence about(String order, Sentence what) {
    return new Sentence(
        "Order " + order + ": " + what.english(), "Bestellung " + order + ": " + what.german());
  }
}
