package kontor.connector.repricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.repricing.Outcome.Changed;
import kontor.connector.repricing.Outcome.Kept;
import kontor.connector.repricing.Outcome.Undecided;
import kontor.contracts.Money;

/**
 * Weighs a rule's wish against floor, bounds and brakes. The floor counts most: a price that lies
 * below it, or outside of the rule's own bounds, goes there at once, whatever the brakes say; any
 * other change keeps to them. The same situation gives the same outcome.
 */
final class Repricer {

  private Repricer() {}

  static Outcome decide(Situation now) {
    if (now.quantity().isZero()) {
      return Undecided.because("It is sold out.");
    }
    if (now.floor() instanceof Floor.Unknown unknown) {
      return Undecided.because(unknown.why());
    }
    Floor.Known floor = (Floor.Known) now.floor();
    if (!floor.price().currency().equals(now.current().currency())) {
      return Undecided.because("The floor is in %s.".formatted(floor.price().currency()));
    }
    Bounds bounds = Bounds.of(now.rule(), floor);
    return bounds.none().<Outcome>map(Undecided::because).orElseGet(() -> within(now, bounds));
  }

  private static Outcome within(Situation now, Bounds bounds) {
    List<String> reasons = new ArrayList<>();
    Optional<Money> wish = new Wish(now, reasons).price();
    if (wish.isEmpty()) {
      return new Undecided(reasons);
    }
    Money wanted = bounds.clamp(wish.get(), reasons);
    Money price = braked(now, bounds, wanted, reasons);
    return price.equals(now.current()) ? new Kept(reasons) : new Changed(price, reasons);
  }

  private static Money braked(Situation now, Bounds bounds, Money wanted, List<String> reasons) {
    Money nearest = bounds.clamp(now.current());
    Money step = Brakes.step(now, wanted, reasons);
    Optional<String> pause = Brakes.pause(now, step);
    pause.ifPresent(reasons::add);
    Money braked = pause.isPresent() ? now.current() : step;
    Money price = bounds.clamp(braked);
    if (!price.equals(braked)) {
      reasons.add("From outside of the bounds it goes to %s at once.".formatted(nearest));
    }
    return price;
  }
}
