package kontor.order.document.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;
import kontor.order.document.Archive;
import kontor.order.document.IssuedBill;
import kontor.order.document.Original;
import kontor.order.document.PdfFile;
import kontor.order.document.RangeName;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Originals, one document each that is inserted and never changed, and one document per order that
 * lists its numbers.
 */
@Component
class MongoArchive implements Archive {

  /** Vouchers (§ 147 (1) no. 4 AO): eight years. */
  private static final String RETENTION_CLASS = "voucher";

  private final MongoCollection<Document> originals;
  private final MongoCollection<Document> lists;

  MongoArchive(MongoDatabase database) {
    originals = database.getCollection("documents");
    lists = database.getCollection("order-documents");
  }

  @Override
  public void keep(Original original) {
    try {
      originals.insertOne(
          new Document("_id", original.number())
              .append("order", original.order().value())
              .append("pdf", new Binary(original.pdf().bytes()))
              .append("sha256", original.pdf().hash())
              .append("xrechnung", original.xrechnung())
              .append("retention", RETENTION_CLASS)
              .append("keepUntil", original.keepUntil().toString())
              .append("storedAt", Date.from(original.storedAt())));
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /** Refuses to give out what is not what was stored. */
  @Override
  public Optional<Original> find(String number) {
    return Optional.ofNullable(originals.find(Filters.eq("_id", number)).first())
        .map(MongoArchive::original);
  }

  private static Original original(Document stored) {
    PdfFile pdf = new PdfFile(stored.get("pdf", Binary.class).getData());
    if (!pdf.hash().equals(stored.getString("sha256"))) {
      throw new IllegalStateException("the original " + stored.get("_id") + " was changed");
    }
    return new Original(
        stored.getString("_id"),
        new OrderId(stored.getString("order")),
        pdf,
        stored.getString("xrechnung"),
        LocalDate.parse(stored.getString("keepUntil")),
        stored.getDate("storedAt").toInstant());
  }

  @Override
  public void list(InvoiceEvent event) {
    if (event instanceof InvoiceNumberVoided voided) {
      update(voided, set(voided, "voided", voided.reason()));
      return;
    }
    IssuedBill issued = IssuedBill.of(event);
    Money total = issued.bill().total();
    update(
        event,
        Updates.combine(
            set(event, "cause", issued.bill().cause()),
            set(event, "issuedOn", issued.issuedOn().toString()),
            set(event, "total", total.amount()),
            set(event, "currency", total.currency().getCurrencyCode())));
  }

  private static Bson set(InvoiceEvent event, String field, String value) {
    return Updates.set("numbers." + event.number() + "." + field, value);
  }

  private void update(InvoiceEvent event, Bson change) {
    lists.updateOne(
        Filters.eq("_id", event.order().value()), change, new UpdateOptions().upsert(true));
  }

  @Override
  public List<Entry> of(OrderId order) {
    Document list = lists.find(Filters.eq("_id", order.value())).first();
    Document numbers = list == null ? new Document() : list.get("numbers", Document.class);
    return numbers.keySet().stream()
        .map(number -> entry(number, numbers.get(number, Document.class)))
        .sorted(Comparator.comparing(Entry::number))
        .toList();
  }

  private static Entry entry(String number, Document entry) {
    return new Entry(
        number,
        RangeName.of(number).kind(),
        entry.getString("cause"),
        LocalDate.parse(entry.getString("issuedOn")),
        Money.of(entry.getString("total"), entry.getString("currency")),
        entry.getString("voided"));
  }
}
