package kontor.order.customer;

import java.time.Instant;
import java.util.Optional;
import kontor.contracts.CustomerId;

/** The links that were mailed; only a hash of each token is kept. */
public interface LinkTokens {

  /** What a link is for; part of what its token opens. */
  enum Use {
    NEW_PASSWORD,
    CONFIRM_NEWSLETTER,
    CONFIRM_REVIEW_REQUESTS
  }

  /** Makes a token of 256 random bits and keeps its hash until it expires. */
  String create(CustomerId customer, Use use, Instant expiresAt);

  /** Whose link it is, as often as it is asked; empty when it is unknown or has expired. */
  Optional<CustomerId> find(String token, Use use, Instant now);

  /** As {@link #find}, once: of two at the same time one gets it. */
  Optional<CustomerId> take(String token, Use use, Instant now);

  /** No link of this customer works any more. */
  void forget(CustomerId customer);
}
