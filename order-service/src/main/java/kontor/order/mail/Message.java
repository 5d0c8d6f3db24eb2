package kontor.order.mail;

import java.util.List;

/**
 * A mail in words.
 *
 * @param address of the recipient, personal data like the rest
 */
public record Message(String address, String name, Written written, List<Attachment> attachments) {

  public Message {
    attachments = List.copyOf(attachments);
  }

  /** Subject and body; one line and two forms of the same text. */
  public record Written(String subject, String text, String html) {}

  /**
   * A file that goes along.
   *
   * @param type its media type
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares attachments
  public record Attachment(String name, String type, byte[] content) {}

  @Override
  public String toString() {
    return "Message";
  }
}
