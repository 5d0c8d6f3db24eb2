package kontor.connector.channel;

import java.util.Optional;

/** A marketplace that can tell by itself that something has changed, through a queue of ours. */
public interface Hints {

  /** Empty when the account has no such queue. */
  Optional<HintQueue> hints();
}
