package kontor.sandbox.etsy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.etsy.LedgerEntry.Adjustment;
import kontor.sandbox.etsy.LedgerEntry.Reference;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * The shops' payment accounts: what buyers pay, what Etsy takes of it, what goes back and what is
 * paid out, booked at once, entry by entry, with the balance after each.
 *
 * <p>The words of the entries and what they refer to are those that sellers' programs have seen
 * (etsy/open-api issues 302, 442, 751); that processing fees refer to the payment, and what entries
 * about refunds of fees refer to, Etsy says nowhere.
 */
public final class PaymentAccount {

  private static final long PAYMENTS = 100_000_000_000L;

  /** An entry to be. */
  private record Booking(
      String type,
      Money amount,
      Reference reference,
      @Nullable Long parentEntryId,
      @Nullable Long receiptId,
      @Nullable Adjustment adjustment) {}

  private final Table<LedgerEntry> table;
  private final Listings listings;
  private final Store store;

  PaymentAccount(Listings listings, Store store) {
    this.table = store.table("etsy-ledger-entries", LedgerEntry.class);
    this.listings = listings;
    this.store = store;
  }

  /** A shop's entries, oldest first. */
  public List<LedgerEntry> of(Shop shop) {
    return table.all().stream().filter(one -> one.shopId() == shop.shopId()).toList();
  }

  Optional<LedgerEntry> find(Shop shop, long entryId) {
    return table.get(Long.toString(entryId)).filter(one -> one.shopId() == shop.shopId());
  }

  /** What the shop has with Etsy; less than zero if it owes. */
  public Money balance(Shop shop) {
    return zero(shop.currency()).with(store.counter("etsy-balance-" + shop.shopId()));
  }

  static long payment(Receipt receipt) {
    return PAYMENTS + receipt.receiptId();
  }

  static long receipt(long payment) {
    return payment - PAYMENTS;
  }

  /** The buyer's money has come. */
  void paid(Receipt receipt) {
    Money total = receipt.grandTotal();
    long payment = payment(receipt);
    of(receipt, "PAYMENT_GROSS", total, new Reference("shop_payment", payment), null);
    Money fee =
        Charge.share(total, Charge.PROCESSING)
            .plus(Charge.hundredths(total, Charge.PROCESSING_FIXED));
    Reference processing = new Reference("processing_fee", payment);
    of(receipt, "PAYMENT_PROCESSING_FEE", minus(fee), processing, null);
    for (Charge charge : Charge.of(receipt)) {
      of(receipt, charge.type(), minus(charge.taken()), charge.reference(), null);
    }
    for (Receipt.Line line : receipt.lines()) {
      Money more = Charge.hundredths(total, Charge.LISTING).times(line.quantity() - 1);
      Reference transaction = new Reference("transaction", line.transactionId());
      of(receipt, "transaction_quantity", minus(more), transaction, null);
    }
  }

  /**
   * Money goes back to the buyer, from the first line on to the tax, with the fees' part of it.
   *
   * @param receipt as it was before
   */
  void refunded(Receipt receipt, Money amount) {
    long id = 100_300_000_000L + listings.next("payment-adjustment");
    Adjustment adjustment = new Adjustment(id, payment(receipt), amount);
    Reference reference = new Reference("payment_adjustment", id);
    of(receipt, "REFUND_GROSS", minus(amount), reference, adjustment);
    Money fee = Charge.share(amount, Charge.PROCESSING);
    of(receipt, "REFUND_PROCESSING_FEE", fee, reference, adjustment);
    long from = receipt.refunded().amount();
    long to = from + amount.amount();
    long begin = 0;
    for (Charge charge : Charge.of(receipt)) {
      long end = begin + charge.paid().amount();
      long overlap = Math.max(0, Math.min(to, end) - Math.max(from, begin));
      of(receipt, charge.type() + "_refund", charge.back(overlap), charge.reference(), null);
      begin = end;
    }
  }

  /** A listing was published for the first time. */
  void listed(Shop shop, Listing listing) {
    Money fee = Charge.hundredths(zero(shop.currency()), Charge.LISTING);
    Reference reference = new Reference("listing", listing.listingId());
    book(shop.shopId(), new Booking("listing", minus(fee), reference, null, null, null));
  }

  /** Etsy books something else, for itself or for a receipt or for another entry. */
  public LedgerEntry charge(
      Shop shop,
      String type,
      Money amount,
      @Nullable Long receiptId,
      @Nullable Long parentEntryId) {
    Reference reference =
        receiptId == null ? new Reference("etsy", 0) : new Reference("receipt", receiptId);
    return book(
        shop.shopId(), new Booking(type, amount, reference, parentEntryId, receiptId, null));
  }

  /** Pays out what is more than {@code kept}; empty if nothing is. */
  public Optional<LedgerEntry> payOut(Shop shop, Money kept) {
    Money due = balance(shop).minus(kept);
    Reference payout = new Reference("disbursement", 600_000_000L + listings.next("disbursement"));
    return due.amount() <= 0
        ? Optional.empty()
        : Optional.of(
            book(shop.shopId(), new Booking("DISBURSE2", minus(due), payout, null, null, null)));
  }

  private void of(
      Receipt receipt,
      String type,
      Money amount,
      Reference reference,
      @Nullable Adjustment adjustment) {
    if (amount.amount() != 0) {
      long id = receipt.receiptId();
      book(receipt.shopId(), new Booking(type, amount, reference, null, id, adjustment));
    }
  }

  private LedgerEntry book(long shopId, Booking booking) {
    String account = "etsy-balance-" + shopId;
    Money amount = booking.amount();
    Money balance = amount.with(Math.addExact(store.counter(account), amount.amount()));
    store.counter(account, balance.amount());
    LedgerEntry entry =
        new LedgerEntry(
            11_000_000_000L + listings.next("ledger-entry"),
            shopId,
            listings.next("ledger-sequence-" + shopId),
            booking.type(),
            amount,
            booking.reference(),
            booking.parentEntryId(),
            booking.receiptId(),
            balance,
            listings.now(),
            booking.adjustment());
    table.put(Long.toString(entry.entryId()), entry);
    return entry;
  }

  private static Money zero(String currency) {
    return Money.of(BigDecimal.ZERO, currency);
  }

  private static Money minus(Money amount) {
    return amount.with(-amount.amount());
  }
}
