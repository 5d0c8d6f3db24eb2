package kontor.order.customer.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import kontor.order.customer.SignInAttempts;
import kontor.order.customer.SignInPause;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One document per hash of an e-mail address; a day after the last try it is gone. */
@Component
class MongoSignInAttempts implements SignInAttempts {

  private static final Duration KEPT = Duration.ofDays(1);

  private final MongoCollection<Document> attempts;
  private final Clock clock;

  MongoSignInAttempts(MongoDatabase database, Clock clock) {
    attempts = database.getCollection("sign-in-attempts");
    this.clock = clock;
  }

  @Override
  public Instant begin(String normalised, Instant now) {
    String key = Digest.of(normalised);
    while (true) {
      Document before = attempts.find(Filters.eq("_id", key)).first();
      Instant until = before == null ? now : pause(before).until();
      if (until.isAfter(now) || counted(key, before == null ? 0 : failures(before), now)) {
        return until;
      }
    }
  }

  private static int failures(Document attempt) {
    return attempt.getInteger("failures");
  }

  private static SignInPause pause(Document attempt) {
    return new SignInPause(failures(attempt), attempt.getDate("lastAt").toInstant());
  }

  /** False when another try came between. */
  private boolean counted(String key, int before, Instant now) {
    Document next =
        new Document("_id", key).append("failures", before + 1).append("lastAt", Date.from(now));
    if (before > 0) {
      return attempts
              .replaceOne(Filters.and(Filters.eq("_id", key), Filters.eq("failures", before)), next)
              .getMatchedCount()
          == 1;
    }
    try {
      attempts.insertOne(next);
      return true;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void succeeded(String normalised) {
    attempts.deleteOne(Filters.eq("_id", Digest.of(normalised)));
  }

  @Scheduled(fixedDelayString = "1h")
  void sweep() {
    attempts.deleteMany(Filters.lt("lastAt", Date.from(clock.instant().minus(KEPT))));
  }
}
