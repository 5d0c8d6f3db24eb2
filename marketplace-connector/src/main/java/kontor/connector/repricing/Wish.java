package kontor.connector.repricing;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.repricing.RepricingRule.Target;
import kontor.contracts.Money;

/** What a rule would like to ask, before any bound, floor or brake. */
final class Wish {

  private final Situation now;
  private final RepricingRule rule;
  private final List<String> reasons;

  /**
   * @param reasons take what is found
   */
  Wish(Situation now, List<String> reasons) {
    this.now = now;
    this.rule = now.rule();
    this.reasons = reasons;
  }

  /** Empty when too little is known; the last reason says what. */
  Optional<Money> price() {
    if (!rule.watchesOthers()) {
      return Optional.of(scheduled());
    }
    Optional<String> missing = missing();
    missing.ifPresent(reasons::add);
    return missing.isPresent() ? Optional.empty() : now.competition().map(this::against);
  }

  private Money scheduled() {
    var local = now.now().atZone(now.zone());
    for (PriceWindow window : rule.windows()) {
      if (window.holds(local)) {
        reasons.add(
            "From %s until %s the price is %s."
                .formatted(window.from(), window.until(), window.price()));
        return window.price();
      }
    }
    Money otherwise = rule.otherwise();
    if (otherwise == null) {
      throw new IllegalStateException("a schedule without a price otherwise: " + rule.id());
    }
    reasons.add("Outside of the schedule's windows the price is %s.".formatted(otherwise));
    return otherwise;
  }

  private Optional<String> missing() {
    if (now.competition().isEmpty()) {
      return Optional.of("Nobody has looked at the other offers yet.");
    }
    Competition seen = now.competition().get();
    if (seen.seenAt().plus(now.staleAfter()).isBefore(now.now())) {
      return Optional.of(
          "The other offers were last looked at at %s, which is too long ago."
              .formatted(seen.seenAt()));
    }
    if (now.lastChange().filter(change -> !seen.seenAt().isAfter(change.at())).isPresent()) {
      return Optional.of("The other offers were not looked at since our last change.");
    }
    Optional<Money> ours = seen.ours().map(CompetitorOffer::price);
    if (ours.filter(price -> !price.equals(now.current())).isPresent()) {
      return Optional.of(
          "The offers still show ours at %s instead of %s.".formatted(ours.get(), now.current()));
    }
    boolean foreign =
        seen.offers().stream()
            .anyMatch(offer -> !offer.price().currency().equals(now.current().currency()));
    return foreign ? Optional.of("The other offers are in another currency.") : Optional.empty();
  }

  private Money against(Competition seen) {
    Optional<CompetitorOffer> lowest = seen.lowest();
    if (lowest.isEmpty()) {
      return alone();
    }
    Optional<CompetitorOffer> featured =
        rule.target() == Target.FEATURED ? seen.featured() : Optional.empty();
    if (featured.filter(offer -> !offer.ours()).isPresent()) {
      reasons.add(
          "The featured offer is %s with shipping, by another seller."
              .formatted(featured.get().landed()));
      return distant(featured.get(), seen);
    }
    reasons.add(
        "%sThe lowest of %d other offers shown is %s with shipping."
            .formatted(
                featured.isPresent() ? "Our offer is featured. " : "",
                seen.offers().stream().filter(offer -> !offer.ours()).count(),
                lowest.get().landed()));
    Money price = distant(lowest.get(), seen);
    return featured.isPresent() ? noLower(price) : price;
  }

  private Money alone() {
    Money max = rule.max();
    reasons.add(
        max == null
            ? "Nobody else offers it, and the rule has no upper bound."
            : "Nobody else offers it: up to the upper bound.");
    return max == null ? now.current() : max;
  }

  /** Who is featured needs no lower price. */
  private Money noLower(Money price) {
    if (price.compareTo(now.current()) >= 0) {
      return price;
    }
    reasons.add("Being featured, we need no lower price than %s.".formatted(now.current()));
    return now.current();
  }

  /** The buyer compares what is to be paid in all, so our own shipping counts. */
  private Money distant(CompetitorOffer target, Competition seen) {
    Money theirs = target.landed();
    Money shipping =
        seen.ours().map(CompetitorOffer::shipping).orElse(Money.zero(theirs.currency()));
    Money landed =
        switch (rule.strategy()) {
          case MATCH -> told("Match it", theirs);
          case UNDERCUT -> undercut(theirs);
          case FOLLOW -> follow(theirs);
          case SCHEDULE -> throw new IllegalStateException("a schedule follows nobody");
        };
    if (shipping.isZero()) {
      return landed;
    }
    Money price = landed.minus(shipping);
    reasons.add("Less our shipping of %s: %s.".formatted(shipping, price));
    return price;
  }

  /** Rounded down, so that it is less. */
  private Money undercut(Money theirs) {
    Money by = rule.by();
    Percentage percent = rule.byPercent();
    if (by != null) {
      return told("Undercut by " + by, theirs.minus(by));
    }
    if (percent == null) {
      throw new IllegalStateException("undercut by nothing: " + rule.id());
    }
    return told("Undercut by " + percent, theirs.minus(percent.of(theirs, RoundingMode.CEILING)));
  }

  private Money follow(Money theirs) {
    Percentage percent = rule.byPercent();
    return percent == null
        ? told("Follow it", theirs)
        : told("Follow it at " + percent, theirs.plus(percent.of(theirs, RoundingMode.HALF_UP)));
  }

  private Money told(String what, Money price) {
    reasons.add(what + ": " + price + ".");
    return price;
  }
}
