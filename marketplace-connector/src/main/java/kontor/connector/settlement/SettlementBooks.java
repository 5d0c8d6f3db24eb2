package kontor.connector.settlement;

import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.FeeReports.ClosedSettlement;

/** Which reports of settlements were read. */
public interface SettlementBooks {

  /** When the newest report was made of those that were read. */
  Optional<Instant> readUntil(Account account);

  boolean read(Account account, String report);

  /** It is booked or on the work list. Doing it again is fine. */
  void setRead(Account account, ClosedSettlement report);
}
