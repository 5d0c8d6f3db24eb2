package kontor.order.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where requests for erasure are kept. */
public interface Erasures {

  /** Opens a request, unless there is one: asked again, the first one stays. */
  void open(String subject, Instant now);

  Optional<Erasure> find(String subject);

  /** Those that are not done yet; not all at once. */
  List<Erasure> pending();

  /** Notes how far one got. */
  void note(Erasure erasure);
}
