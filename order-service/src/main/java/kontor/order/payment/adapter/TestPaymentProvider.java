package kontor.order.payment.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentReferences;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The built-in provider: moves no money, but keeps books as a real one does. The buyer's method
 * says how it behaves: {@code test} and any unknown word starting so authorises, {@code
 * test-decline} declines, {@code test-async} answers later by a signed message, {@code
 * test-lost-answer} does what it is asked and loses its first answer to each call.
 */
@Component
@ConditionalOnProperty("kontor.payment.test-provider")
class TestPaymentProvider implements PaymentProvider {

  static final String NAME = "test";

  private static final Duration TIME_TO_ACT = Duration.ofMinutes(30);
  private static final String DECLINED = "test-decline";
  private static final String LATER = "test-async";
  private static final String LOST_ANSWER = "test-lost-answer";
  private static final Bson NOTHING_MORE = Updates.setOnInsert("captured", new Document());

  private final MongoCollection<Document> payments;
  private final PaymentReferences references;

  TestPaymentProvider(MongoDatabase database, PaymentReferences references) {
    payments = database.getCollection("test_payments");
    this.references = references;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean offers(String method) {
    return method.startsWith(NAME);
  }

  @Override
  public boolean upfront() {
    return false;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    if (purchase.method().equals(DECLINED)) {
      return new Authorisation.Declined("the test method '" + DECLINED + "' is always declined");
    }
    payments.updateOne(
        byId(purchase.order()),
        Updates.combine(
            Updates.setOnInsert("amount", purchase.amount().minor()),
            Updates.setOnInsert("method", purchase.method()),
            NOTHING_MORE),
        new UpdateOptions().upsert(true));
    String payment = NAME + "-" + purchase.order();
    if (purchase.method().equals(LATER)) {
      references.keep(payment, purchase.order());
      return new Authorisation.Requested(payment, purchase.placedAt().plus(TIME_TO_ACT));
    }
    if (purchase.method().equals(LOST_ANSWER)) {
      loseFirstAnswer(purchase.order(), "authorise");
    }
    return new Authorisation.Authorised(payment);
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    return once(order, "captured." + capture, amount);
  }

  @Override
  public void cancel(OrderId order) {
    payments.updateOne(byId(order), Updates.set("void", true));
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    return once(order, "refunded." + refund, amount);
  }

  /** The first amount under a name stays. */
  private Money once(OrderId order, String name, Money amount) {
    Optional<Long> before = read(order, name);
    if (before.isEmpty()) {
      payments.updateOne(byId(order), Updates.set(name, amount.minor()));
      loseFirstAnswer(order, name);
    }
    return new Money(before.orElse(amount.minor()), amount.currency());
  }

  private void loseFirstAnswer(OrderId order, String call) {
    String mark = "lost." + call.replace('.', '-');
    Document payment = payments.find(byId(order)).first();
    if (payment != null
        && LOST_ANSWER.equals(payment.getString("method"))
        && payment.getEmbedded(java.util.List.of(mark.split("\\.")), Boolean.class) == null) {
      payments.updateOne(byId(order), Updates.set(mark, true));
      throw new LostAnswer(call);
    }
  }

  private Optional<Long> read(OrderId order, String name) {
    return Optional.ofNullable(payments.find(byId(order)).first())
        .map(found -> found.getEmbedded(java.util.List.of(name.split("\\.", 2)), Number.class))
        .map(Number::longValue);
  }

  private static Bson byId(OrderId order) {
    return Filters.eq("_id", order.value());
  }

  /** It happened, and nobody was told. */
  private static final class LostAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostAnswer(String call) {
      super(String.format(Locale.ROOT, "the test provider lost its answer to '%s'", call));
    }
  }
}
