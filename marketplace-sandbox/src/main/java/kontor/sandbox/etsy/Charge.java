package kontor.sandbox.etsy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.etsy.LedgerEntry.Reference;

/**
 * A part of what a buyer paid, and what Etsy takes of it: 6.5 % of each line and of the shipping,
 * and all of the tax, which Etsy pays. Refunds bring the same share back.
 *
 * @param type Etsy's word for what is taken; with {@code _refund} for what comes back
 * @param paid what the buyer paid for it, discount off
 */
record Charge(String type, Reference reference, Money paid, BigDecimal share) {

  private static final BigDecimal TRANSACTION = new BigDecimal("0.065");

  /** Of the whole payment, and so many hundredths more for each: Etsy's terms for Germany. */
  static final BigDecimal PROCESSING = new BigDecimal("0.04");

  static final int PROCESSING_FIXED = 30;

  /** Hundredths for a listing, and for each further unit that is sold of it at once. */
  static final int LISTING = 20;

  /** All parts of a receipt; they come to its total. A discount comes off the first lines. */
  static List<Charge> of(Receipt receipt) {
    List<Charge> all = new ArrayList<>();
    Money discount = receipt.discount();
    for (Receipt.Line line : receipt.lines()) {
      Money total = line.price().times(line.quantity());
      Money off = total.with(Math.min(total.amount(), discount.amount()));
      discount = discount.minus(off);
      Reference transaction = new Reference("transaction", line.transactionId());
      all.add(new Charge("transaction", transaction, total.minus(off), TRANSACTION));
    }
    Reference whole = new Reference("receipt", receipt.receiptId());
    all.add(new Charge("shipping_transaction", whole, receipt.shipping(), TRANSACTION));
    all.add(new Charge("sales_tax", whole, receipt.tax(), BigDecimal.ONE));
    return all;
  }

  /** What is taken of all of it. */
  Money taken() {
    return share(paid, share);
  }

  /** What comes back when so much of it is paid back. */
  Money back(long amount) {
    return share(paid.with(amount), share);
  }

  static Money share(Money of, BigDecimal share) {
    BigDecimal part = BigDecimal.valueOf(of.amount()).multiply(share);
    return of.with(part.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** So many hundredths of the currency. */
  static Money hundredths(Money like, int hundredths) {
    return like.with((long) like.divisor() * hundredths / 100);
  }
}
