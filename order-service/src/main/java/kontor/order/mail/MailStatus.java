package kontor.order.mail;

/** Where a mail stands. */
public enum MailStatus {
  /** It is to be sent, for the first time or again. */
  WAITING,
  /** A server took it, or it lies in the mailbox folder. */
  SENT,
  /** Given up; a manager may have it tried again. */
  FAILED,
  /** Nobody to send it to: the address was erased. */
  SKIPPED
}
