package kontor.order.privacy;

import java.time.Period;
import java.util.List;

/**
 * How long one kind of data is kept, as data.
 *
 * @param data what it is
 * @param store the collection in which it lies
 * @param erased whether a request for erasure erases it, at once or when {@code until} has come
 * @param period for which it is kept; none when {@code until} says it all
 * @param until from when on it goes
 * @param source the law or the reason
 */
public record Retention(
    String data, String store, boolean erased, Period period, String until, String source) {

  /** The words of a mail that was sent, in the store. */
  public static final Period MAIL_TEXTS = Period.ofYears(6);

  /** A request for erasure, without personal data. */
  public static final Period REQUESTS = Period.ofYears(3);

  /** By which id a guest is counted who used a promotion with a limit of uses. */
  public static final Period PROMOTION_GUESTS = Period.ofYears(3);

  private static final Period NONE = Period.ZERO;

  /** All that is kept of people. */
  public static final List<Retention> TABLE =
      List.of(
          new Retention(
              "profile, addresses, consents, password hash",
              "customers",
              true,
              NONE,
              "the customer asks for erasure",
              "art. 6 (1) b, art. 17 (1) GDPR"),
          new Retention(
              "contact of an order, and the fingerprint of its checkout",
              "contacts, idempotency_keys",
              true,
              NONE,
              "erasure is asked for, and the order is over: delivered, past withdrawal (§ 355 BGB)"
                  + " and returns, money settled",
              "art. 6 (1) b, art. 17 (3) e GDPR"),
          new Retention(
              "address and words of mails sent",
              "mails",
              true,
              MAIL_TEXTS,
              "erasure is asked for and the order is over, or six years after it was sent",
              "§ 147 (1) no. 3, (3) AO; § 257 (1) no. 3, (4) HGB"),
          new Retention(
              "originals of invoices and credit notes, with the buyer's address",
              "documents",
              false,
              Period.ofYears(8),
              "the end of the eighth year after the one of issue; blocked after erasure",
              "§ 147 (1) no. 4, (3) AO; § 14b (1) UStG; art. 17 (3) b GDPR"),
          new Retention(
              "links that were mailed, as hashes",
              "customer-links",
              true,
              Period.ofDays(7),
              "they were used, expire, or erasure is asked for",
              "art. 5 (1) e GDPR"),
          new Retention(
              "wrong passwords, by hash of the e-mail address",
              "sign-in-attempts",
              false,
              Period.ofDays(1),
              "a day after the last one",
              "art. 6 (1) f GDPR: protection of accounts"),
          new Retention(
              "requests for erasure, without personal data",
              "erasures",
              false,
              REQUESTS,
              "three years after the last step",
              "art. 5 (2) GDPR; § 41 BDSG with § 31 (2) no. 1 OWiG"),
          new Retention(
              "guests who used promotions with a limit of uses, by hash of the e-mail address",
              "promotion-guests",
              true,
              PROMOTION_GUESTS,
              "erasure is asked for and the order is over, or three years after the first use",
              "art. 6 (1) f GDPR: protection of limited offers"));

  /** Kept although erasure was asked for. */
  static final Retention INVOICES = TABLE.get(3);

  static final Retention CONTACT = TABLE.get(1);
}
