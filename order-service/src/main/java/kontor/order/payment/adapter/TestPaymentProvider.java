package kontor.order.payment.adapter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.payment.PaymentProvider;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The built-in provider: moves no money, but keeps books as a real one does. The method {@code
 * test-decline} is declined, any other is authorised.
 */
@Component
class TestPaymentProvider implements PaymentProvider {

  private static final int DUPLICATE_KEY = 11000;
  private static final String DECLINED = "test-decline";

  private final MongoCollection<Document> payments;

  TestPaymentProvider(MongoDatabase database) {
    payments = database.getCollection("test_payments");
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Authorisation authorise(OrderId order, Money amount, String method) {
    if (method.equals(DECLINED)) {
      return new Authorisation.Declined("the test method '" + DECLINED + "' is always declined");
    }
    try {
      payments.insertOne(
          new Document("_id", order.value())
              .append("amount", amount.minor())
              .append("currency", amount.currency().getCurrencyCode())
              .append("captured", 0L)
              .append("refunds", new Document())
              .append("void", false));
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
    return new Authorisation.Authorised(payment(order));
  }

  @Override
  public void capture(OrderId order, Money amount) {
    payments.updateOne(Filters.eq("_id", order.value()), Updates.set("captured", amount.minor()));
  }

  @Override
  public void cancel(OrderId order) {
    payments.updateOne(Filters.eq("_id", order.value()), Updates.set("void", true));
  }

  @Override
  public String refund(OrderId order, String refund, Money amount) {
    payments.updateOne(
        Filters.eq("_id", order.value()), Updates.set("refunds." + refund, amount.minor()));
    return payment(order) + "-" + refund;
  }

  private static String payment(OrderId order) {
    return "test-" + order;
  }
}
