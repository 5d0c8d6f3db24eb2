package kontor.order.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.order.customer.Consent.Purpose;
import kontor.order.customer.Consent.State;

/** What a customer agreed to and took back, oldest first. */
public record ConsentBook(List<Consent> history) {

  static final ConsentBook EMPTY = new ConsentBook(List.of());

  public ConsentBook {
    history = List.copyOf(history);
  }

  /** The last word on a purpose. */
  public Optional<Consent> last(Purpose purpose) {
    return history.stream().filter(c -> c.purpose() == purpose).reduce((before, last) -> last);
  }

  public boolean isGiven(Purpose purpose) {
    return is(purpose, State.GIVEN);
  }

  private boolean is(Purpose purpose, State state) {
    return last(purpose).filter(last -> last.state() == state).isPresent();
  }

  /** Given at once, or asked for where a mailed link has to confirm it; given before: no change. */
  ConsentBook give(Purpose purpose, String textVersion, Instant now) {
    if (isGiven(purpose)) {
      return this;
    }
    State state = purpose.isConfirmedByMail() ? State.REQUESTED : State.GIVEN;
    return with(new Consent(purpose, state, now, textVersion));
  }

  /**
   * The link in the mail was used. Empty when there is nothing to confirm any more, because it was
   * taken back; used again it changes nothing.
   */
  Optional<ConsentBook> confirm(Purpose purpose, Instant now) {
    if (isGiven(purpose)) {
      return Optional.of(this);
    }
    return last(purpose)
        .filter(last -> last.state() == State.REQUESTED)
        .map(last -> with(new Consent(purpose, State.GIVEN, now, last.textVersion())));
  }

  ConsentBook withdraw(Purpose purpose, Instant now) {
    return last(purpose)
        .filter(last -> last.state() != State.WITHDRAWN)
        .map(last -> with(new Consent(purpose, State.WITHDRAWN, now, last.textVersion())))
        .orElse(this);
  }

  private ConsentBook with(Consent next) {
    List<Consent> all = new ArrayList<>(history);
    all.add(next);
    return new ConsentBook(all);
  }
}
