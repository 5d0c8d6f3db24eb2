package kontor.connector.sale;

import java.util.Map;
import java.util.Optional;

/**
 * Refunds that lie with a marketplace in one file.
 *
 * @param ticket with which it is submitted
 * @param submission the marketplace's name for it, once it is submitted
 * @param parts which part of the file each refund is, by the refund's name within the account
 */
public record OpenFile(String ticket, Optional<String> submission, Map<String, String> parts) {

  public OpenFile {
    parts = Map.copyOf(parts);
  }

  OpenFile submitted(String name) {
    return new OpenFile(ticket, Optional.of(name), parts);
  }
}
