package kontor.sandbox.etsy;

import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All receipts of all shops, and what buyers and sellers do with them. */
public final class Receipts {

  private final Table<Receipt> table;
  private final Listings listings;

  Receipts(Listings listings, Store store) {
    this.table = store.table("etsy-receipts", Receipt.class);
    this.listings = listings;
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

  /** The buyer's money has come; empty if it is not waited for. */
  public Optional<Receipt> pay(Receipt receipt) {
    return receipt.paid() || receipt.canceled()
        ? Optional.empty()
        : Optional.of(put(receipt.pay(listings.now())));
  }

  /**
   * The seller cancels in Etsy's pages; empty if it is cancelled or shipped already.
   *
   * @param gone whether the API does not know it any more
   * @param silent whether its time stays as it was
   */
  public Optional<Receipt> cancel(Receipt receipt, boolean gone, boolean silent) {
    return receipt.canceled() || receipt.shipped()
        ? Optional.empty()
        : Optional.of(put(receipt.cancel(gone, silent ? receipt.updated() : listings.now())));
  }

  /**
   * The seller pays back in Etsy's pages; the receipt's time stays as it was. Empty if it is more
   * than the buyer has paid.
   */
  public Optional<Receipt> refund(Receipt receipt, Money amount, String reason) {
    long left = receipt.grandTotal().minus(receipt.refunded()).amount();
    return !receipt.paid() || amount.amount() < 1 || amount.amount() > left
        ? Optional.empty()
        : Optional.of(put(receipt.refund(new Receipt.Refund(amount, listings.now(), reason))));
  }
}
