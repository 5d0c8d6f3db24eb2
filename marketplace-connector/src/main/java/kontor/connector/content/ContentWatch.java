package kontor.connector.content;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import kontor.connector.channel.Account;
import kontor.contracts.Sku;

/** Finds out of which articles something else is decided than at the last look. One thread. */
public final class ContentWatch {

  private final Contents contents;
  private final Account account;
  private final Supplier<Collection<Sku>> allSkus;
  private ContentBook last = ContentBook.EMPTY;

  public ContentWatch(Contents contents, Account account, Supplier<Collection<Sku>> allSkus) {
    this.contents = contents;
    this.account = account;
    this.allSkus = allSkus;
  }

  /** The articles to look at. */
  public Collection<Sku> run() {
    ContentBook now = contents.of(account);
    ContentBook before = last;
    last = now;
    if (now.equals(before)) {
      return List.of();
    }
    return now.differing(before)
        .<Collection<Sku>>map(skus -> skus.stream().map(Sku::new).toList())
        .orElseGet(allSkus);
  }
}
