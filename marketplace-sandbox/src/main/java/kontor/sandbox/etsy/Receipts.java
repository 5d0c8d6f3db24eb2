package kontor.sandbox.etsy;

import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All receipts of all shops, and what buyers and sellers do with them. */
public final class Receipts {

  private final Table<Receipt> table;
  private final Listings listings;
  private final PaymentAccount account;

  Receipts(Listings listings, PaymentAccount account, Store store) {
    this.table = store.table("etsy-receipts", Receipt.class);
    this.listings = listings;
    this.account = account;
  }

  /** Those of a shop, oldest first. */
  public List<Receipt> of(Shop shop) {
    return table.all().stream().filter(one -> one.shopId() == shop.shopId()).toList();
  }

  /** The receipt of this number. */
  public Optional<Receipt> find(String receiptId) {
    return table.get(receiptId);
  }

  Receipt put(Receipt receipt) {
    table.put(Long.toString(receipt.receiptId()), receipt);
    return receipt;
  }

  /** A new one. */
  Receipt open(Receipt receipt) {
    if (receipt.paid()) {
      account.paid(receipt);
    }
    return put(receipt);
  }

  /** The buyer's money has come; empty if it is not waited for. */
  public Optional<Receipt> pay(Receipt receipt) {
    if (receipt.paid() || receipt.canceled()) {
      return Optional.empty();
    }
    account.paid(receipt);
    return Optional.of(put(receipt.pay(listings.now())));
  }

  /**
   * The seller cancels in Etsy's pages, and the buyer has his money back; empty if it is cancelled
   * or shipped already.
   *
   * @param gone whether the API does not know it any more
   * @param silent whether its time stays as it was
   */
  public Optional<Receipt> cancel(Receipt receipt, boolean gone, boolean silent) {
    if (receipt.canceled() || receipt.shipped()) {
      return Optional.empty();
    }
    Money left = left(receipt);
    if (receipt.paid() && left.amount() > 0) {
      account.refunded(receipt, left);
    }
    return Optional.of(put(receipt.cancel(gone, silent ? receipt.updated() : listings.now())));
  }

  /**
   * The seller pays back in Etsy's pages; the receipt's time stays as it was. Empty if it is more
   * than the buyer has paid, or cancelled.
   */
  public Optional<Receipt> refund(Receipt receipt, Money amount, String reason) {
    boolean due = receipt.paid() && !receipt.canceled();
    if (!due || amount.amount() < 1 || amount.amount() > left(receipt).amount()) {
      return Optional.empty();
    }
    account.refunded(receipt, amount);
    return Optional.of(put(receipt.refund(new Receipt.Refund(amount, listings.now(), reason))));
  }

  private static Money left(Receipt receipt) {
    return receipt.grandTotal().minus(receipt.refunded());
  }
}
