package kontor.order.privacy.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import kontor.order.privacy.Retention;
import kontor.order.promotion.adapter.MongoGuestCustomers;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases once a day what has been kept long enough, by the table of retention. */
@Component
class RetentionSweep {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);

  private final MongoCollection<Document> documents;
  private final MongoCollection<Document> mails;
  private final MongoCollection<Document> erasures;
  private final MongoCollection<Document> guests;
  private final Clock clock;

  RetentionSweep(MongoDatabase database, Clock clock) {
    documents = database.getCollection("documents");
    mails = database.getCollection("mails");
    erasures = database.getCollection("erasures");
    guests = database.getCollection(MongoGuestCustomers.COLLECTION);
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "10m", fixedDelayString = "1d")
  void sweep() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    long originals =
        documents.deleteMany(Filters.lt("keepUntil", today.toString())).getDeletedCount();
    long texts =
        mails
            .updateMany(
                Filters.and(
                    Filters.lt("sentAt", ago(now, Retention.MAIL_TEXTS)), Filters.exists("text")),
                Updates.combine(
                    Updates.unset("to"), Updates.unset("subject"), Updates.unset("text")))
            .getModifiedCount();
    long requests =
        erasures.deleteMany(Filters.lt("doneAt", ago(now, Retention.REQUESTS))).getDeletedCount();
    long redeemers =
        guests.deleteMany(Filters.lt("at", ago(now, Retention.PROMOTION_GUESTS))).getDeletedCount();
    LOG.info(
        "kept long enough: {} originals, {} mails' texts, {} erasures, {} guests",
        originals,
        texts,
        requests,
        redeemers);
  }

  private static Date ago(Instant now, Period period) {
    return Date.from(now.atOffset(ZoneOffset.UTC).minus(period).toInstant());
  }
}
