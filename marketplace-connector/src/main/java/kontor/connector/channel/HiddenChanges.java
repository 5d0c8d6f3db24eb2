package kontor.connector.channel;

import java.time.Duration;

/**
 * A marketplace that does not show all changes of a sale in its list of changed ones: sales are
 * read again one by one.
 */
public interface HiddenChanges {

  /** How often each. */
  Duration lookEvery();
}
