package kontor.order.mail.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.mail.Mail;
import kontor.order.mail.MailStatus;
import kontor.order.mail.Mails;
import kontor.order.mail.Message;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per mail under the hash of its fact, changed by whoever has its lease. */
@Component
class MongoMails implements Mails {

  private static final String STATUS = "status";
  private static final String DUE = "dueAt";
  private static final Bson WAITING = Filters.eq(STATUS, MailStatus.WAITING.name());

  private final IndexedCollection mails;
  private final MongoCollection<Document> settings;

  MongoMails(MongoDatabase database) {
    mails = new IndexedCollection(database.getCollection("mails"), MongoMails::index);
    settings = database.getCollection("mail-settings");
  }

  private static void index(MongoCollection<Document> mails) {
    mails.createIndex(Indexes.ascending(STATUS, DUE));
    mails.createIndex(Indexes.ascending("order"));
    mails.createIndex(Indexes.ascending("customer"));
    mails.createIndex(Indexes.descending("place"));
  }

  @Override
  public Instant switchedOn(Instant now) {
    Document mine = new Document("_id", "switched-on").append("at", Date.from(now));
    insertOnce(settings, mine);
    Document first = settings.find(Filters.eq("_id", "switched-on")).first();
    return first == null ? now : first.getDate("at").toInstant();
  }

  @Override
  public boolean record(Mail mail, Instant now) {
    return insertOnce(mails.get(), MailDocuments.write(mail, now));
  }

  private static boolean insertOnce(MongoCollection<Document> into, Document document) {
    try {
      into.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<Leased> lease(Instant now, Duration lease) {
    String mine = UUID.randomUUID().toString();
    Document leased =
        mails
            .get()
            .findOneAndUpdate(
                Filters.and(WAITING, Filters.lte(DUE, Date.from(now))),
                Updates.combine(
                    Updates.set("lease", mine),
                    Updates.set(DUE, Date.from(now.plus(lease))),
                    Updates.inc("attempts", 1)),
                new FindOneAndUpdateOptions()
                    .sort(Sorts.ascending(DUE))
                    .returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(leased).map(d -> new Leased(MailDocuments.entry(d), mine));
  }

  @Override
  public void sent(Leased mail, @Nullable Message message, Instant at) {
    List<Bson> changes = new ArrayList<>();
    changes.add(Updates.set(STATUS, MailStatus.SENT.name()));
    changes.add(Updates.set("sentAt", Date.from(at)));
    changes.add(Updates.unset("reason"));
    if (message != null) {
      changes.add(Updates.set("to", message.address()));
      changes.add(Updates.set("subject", message.written().subject()));
      changes.add(Updates.set("text", message.written().text()));
    }
    change(mail, Updates.combine(changes));
  }

  @Override
  public void postpone(Leased mail, String reason, Instant dueAt) {
    change(
        mail, Updates.combine(Updates.set("reason", reason), Updates.set(DUE, Date.from(dueAt))));
  }

  @Override
  public void close(Leased mail, MailStatus end, String reason) {
    change(mail, Updates.combine(Updates.set("reason", reason), Updates.set(STATUS, end.name())));
  }

  /** Changes nothing when another worker has it by now. */
  private void change(Leased mail, Bson how) {
    mails
        .get()
        .updateOne(
            Filters.and(Filters.eq("_id", mail.entry().id()), Filters.eq("lease", mail.lease())),
            Updates.combine(how, Updates.unset("lease")));
  }

  @Override
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(mails.get().find(Filters.eq("_id", id)).first())
        .map(MailDocuments::entry);
  }

  @Override
  public boolean retry(String id, Instant now) {
    Bson ended =
        Filters.and(
            Filters.eq("_id", id),
            Filters.in(STATUS, MailStatus.FAILED.name(), MailStatus.SKIPPED.name()));
    return mails
            .get()
            .updateOne(
                ended,
                Updates.combine(
                    Updates.set(STATUS, MailStatus.WAITING.name()),
                    Updates.set("attempts", 0),
                    Updates.set("waitingSince", Date.from(now)),
                    Updates.set(DUE, Date.from(now))))
            .getMatchedCount()
        == 1;
  }

  @Override
  public Page list(
      @Nullable OrderId order, @Nullable MailStatus status, @Nullable String cursor, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(cursor == null ? Filters.exists("place") : Filters.lt("place", cursor));
    if (order != null) {
      filters.add(Filters.eq("order", order.value()));
    }
    if (status != null) {
      filters.add(Filters.eq(STATUS, status.name()));
    }
    List<Document> found =
        mails
            .get()
            .find(Filters.and(filters))
            .sort(Sorts.descending("place"))
            .limit(limit + 1)
            .into(new ArrayList<>());
    return MailDocuments.page(found, limit);
  }

  @Override
  public List<Copy> ofOrder(OrderId order) {
    return copies(Filters.eq("order", order.value()));
  }

  @Override
  public List<Copy> ofCustomer(CustomerId customer) {
    return copies(Filters.eq("customer", customer.value()));
  }

  private List<Copy> copies(Bson filter) {
    return mails.get().find(filter).map(MailDocuments::copy).into(new ArrayList<>());
  }

  @Override
  public void eraseTexts(Iterable<String> ids) {
    mails
        .get()
        .updateMany(
            Filters.in("_id", ids),
            Updates.combine(Updates.unset("to"), Updates.unset("subject"), Updates.unset("text")));
  }

  @Override
  public Queue queue() {
    Document oldest = mails.get().find(WAITING).sort(Sorts.ascending("waitingSince")).first();
    return new Queue(
        mails.get().countDocuments(WAITING),
        mails.get().countDocuments(Filters.eq(STATUS, MailStatus.FAILED.name())),
        oldest == null ? null : oldest.getDate("waitingSince").toInstant());
  }
}
