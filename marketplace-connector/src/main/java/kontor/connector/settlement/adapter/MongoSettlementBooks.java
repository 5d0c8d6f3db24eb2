package kontor.connector.settlement.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.settlement.SettlementBooks;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per account, and one per report. The report's is written first. */
@Component
class MongoSettlementBooks implements SettlementBooks {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> reports;

  MongoSettlementBooks(MongoDatabase database) {
    accounts = database.getCollection("accounts");
    reports = database.getCollection("settlement-reports");
  }

  @Override
  public Optional<Instant> readUntil(Account account) {
    return Optional.ofNullable(accounts.find(Filters.eq("_id", account.key())).first())
        .map(found -> found.getDate("settlementsReadUntil"))
        .map(Date::toInstant);
  }

  @Override
  public boolean read(Account account, String report) {
    return reports.find(Filters.eq("_id", id(account, report))).first() != null;
  }

  @Override
  public void setRead(Account account, ClosedSettlement report) {
    Date made = Date.from(report.madeAt());
    reports.updateOne(
        Filters.eq("_id", id(account, report.report())), Updates.set("madeAt", made), UPSERT);
    accounts.updateOne(
        Filters.eq("_id", account.key()), Updates.max("settlementsReadUntil", made), UPSERT);
  }

  private static String id(Account account, String report) {
    return account.key() + "|" + report;
  }
}
