package kontor.connector.listing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.contracts.Sku;

/**
 * Figures that were sent and whose answer we do not have: lost on its way, or the process died
 * before it was written down. They are sent again though they may be what we believe to stand
 * there.
 */
final class UnderWay {

  private final Account account;
  private final OpenPushes book;
  private final Set<Sku> unclear = new HashSet<>();

  UnderWay(Account account, OpenPushes book) {
    this.account = account;
    this.book = book;
  }

  /** Whether nobody knows if the last figures of it arrived. */
  boolean unclear(Sku sku) {
    return unclear.contains(sku);
  }

  /**
   * Before they are sent.
   *
   * @return those that were clear until now
   */
  Set<Sku> begin(Collection<Sku> skus) {
    Set<Sku> fresh = new HashSet<>(skus);
    fresh.removeAll(unclear);
    unclear.addAll(fresh);
    book.note(account, unclear);
    return fresh;
  }

  /** They were not sent after all. The note stays until the next: it only says too much. */
  void notSent(Collection<Sku> fresh) {
    unclear.removeAll(fresh);
  }

  /** What became of them is written down, or they were clear before and were left for later. */
  void end(Collection<Sku> skus) {
    unclear.removeAll(skus);
    book.note(account, unclear);
  }

  /** Another process worked for the account until now. Returns what it has left unclear. */
  Set<Sku> takeOver() {
    unclear.clear();
    unclear.addAll(book.of(account));
    return Set.copyOf(unclear);
  }
}
