package kontor.order.mail;

import java.util.Locale;

/** What a mail says; each has a text per language. */
public enum MailKind {
  ORDER_CONFIRMED(false),
  ORDER_REJECTED(false),
  ORDER_CANCELLED(false),
  PAYMENT_REQUESTED(false),
  PARCEL_SHIPPED(false),
  REFUND(false),
  WITHDRAWAL_RECEIPT(false),
  INVOICE(false),
  CREDIT_NOTE(false),
  CONFIRM_NEWSLETTER(true),
  CONFIRM_REVIEW_REQUESTS(true),
  NEW_PASSWORD(true);

  private final boolean secret;

  MailKind(boolean secret) {
    this.secret = secret;
  }

  /** Whether it holds a link that only its reader may know, so that its text is not kept. */
  public boolean isSecret() {
    return secret;
  }

  /** The name of its text. */
  public String template() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
