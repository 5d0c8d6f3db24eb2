package kontor.connector.repricing;

import static kontor.connector.repricing.Market.LAMP;
import static kontor.connector.repricing.Market.NOW;
import static kontor.connector.repricing.Market.euro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kontor.connector.repricing.Outcome.Changed;
import kontor.connector.repricing.Outcome.Kept;
import kontor.connector.repricing.Outcome.Undecided;
import kontor.connector.repricing.PriceNote.PriceProposed;
import kontor.connector.repricing.PriceNote.PriceRemoved;
import kontor.connector.repricing.PriceNote.PriceSetByHand;
import kontor.connector.repricing.PriceNote.ProposalApplied;
import kontor.connector.repricing.PriceNote.ProposalOvertaken;
import kontor.connector.repricing.PriceNote.ProposalRejected;
import kontor.connector.repricing.RepricingRule.Mode;
import kontor.connector.repricing.RepricingRule.Strategy;
import kontor.connector.repricing.RuleEvent.RuleRemoved;
import kontor.connector.repricing.RuleEvent.RuleSet;
import kontor.connector.repricing.RuleEvent.TermsSet;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.ChannelPriceEvent.PriceOrigin;
import kontor.contracts.topic.EventCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who decides about a price, and what is told of it. */
class PriceDeciderTest {

  private static final PriceKey KEY = PriceKey.parse("amazon-de/main/LAMP/1");
  private static final ChannelPrice NONE = ChannelPrice.none(KEY);
  private static final RepricingRule AUTOMATIC = Market.match(Mode.AUTOMATIC);
  private static final RepricingRule APPROVAL = Market.match(Mode.APPROVAL);
  private static final Floor FLOOR = new Floor.Known(euro(1_000), "as tested");

  @Test
  void anAutomaticProposalIsThePriceInTheSameCommit() {
    List<Record> events = reprice(NONE, AUTOMATIC, 2_049, 1_989);

    assertThat(events).hasExactlyElementsOfTypes(PriceProposed.class, ProposalApplied.class);
    ChannelPrice now = after(NONE, events);
    assertThat(now.price()).isEqualTo(euro(1_989));
    assertThat(now.origin()).isEqualTo(PriceOrigin.REPRICING);
    assertThat(now.changes()).containsExactly(new PriceChange(NOW, euro(2_049), euro(1_989)));
    assertThat(KEY.sku()).isEqualTo(new Sku("LAMP/1"));
  }

  @Test
  void nothingIsDecidedBeforeTheMarketplaceShowsTheLastPrice() {
    ChannelPrice now = after(NONE, reprice(NONE, AUTOMATIC, 2_049, 1_989));

    assertThat(reprice(now, AUTOMATIC, 2_049, 1_989)).isEmpty();
    assertThat(reprice(now, AUTOMATIC, 1_989, 1_900)).hasSize(2);
  }

  @Test
  void aProposalForApprovalWaitsAndTheSameIsNotMadeAgain() {
    ChannelPrice waits = after(NONE, reprice(NONE, APPROVAL, 2_049, 1_989));

    assertThat(waits.price()).isNull();
    assertThat(reprice(waits, APPROVAL, 2_049, 1_989)).isEmpty();
    assertThat(reprice(waits, APPROVAL, 2_049, 1_950))
        .hasExactlyElementsOfTypes(ProposalOvertaken.class, PriceProposed.class);
    assertThat(kept(waits)).hasExactlyElementsOfTypes(ProposalOvertaken.class);
    assertThat(PriceDecider.reprice(waits, APPROVAL, euro(2_049), Undecided.because("?"), NOW))
        .isEmpty();

    ChannelPrice approved = after(waits, PriceDecider.approve(waits, 1, FLOOR, NOW));
    assertThat(approved.price()).isEqualTo(euro(1_989));
    assertThat(PriceDecider.approve(approved, 1, FLOOR, NOW)).isEmpty();
    assertThatThrownBy(() -> PriceDecider.reject(approved, 1, NOW)).hasMessageContaining("APPLIED");
  }

  @Test
  void noApprovalBringsAPriceBelowTheFloor() {
    ChannelPrice waits = after(NONE, reprice(NONE, APPROVAL, 2_049, 1_989));
    Floor higher = new Floor.Known(euro(2_000), "dearer goods");

    assertThatThrownBy(() -> PriceDecider.approve(waits, 1, higher, NOW))
        .hasMessageContaining("20.00 EUR (dearer goods)");
    Floor unknown = new Floor.Unknown("Nobody knows what the goods cost.");
    assertThatThrownBy(() -> PriceDecider.approve(waits, 1, unknown, NOW))
        .hasMessageContaining("Nobody knows");
    assertThatThrownBy(() -> PriceDecider.approve(waits, 2, FLOOR, NOW))
        .hasMessageContaining("not the last one");
  }

  @Test
  void whatWasRejectedIsNotProposedAgainForADay() {
    ChannelPrice waits = after(NONE, reprice(NONE, APPROVAL, 2_049, 1_989));
    ChannelPrice rejected = after(waits, PriceDecider.reject(waits, 1, NOW));

    assertThat(PriceDecider.reject(rejected, 1, NOW)).isEmpty();
    assertThat(reprice(rejected, APPROVAL, 2_049, 1_989)).isEmpty();
    assertThat(reprice(rejected, APPROVAL, 2_049, 1_988)).hasSize(1);
    Changed same = new Changed(euro(1_989), List.of("again"));
    assertThat(
            PriceDecider.reprice(
                rejected, APPROVAL, euro(2_049), same, NOW.plus(Duration.ofDays(1))))
        .hasSize(1);
  }

  @Test
  void aPersonsPriceBeatsEveryRuleUntilItIsRemoved() {
    ChannelPrice waits = after(NONE, reprice(NONE, APPROVAL, 2_049, 1_989));
    List<Record> set = PriceDecider.set(waits, euro(1_500), NOW);
    ChannelPrice byHand = after(waits, set);

    assertThat(set).hasExactlyElementsOfTypes(ProposalOvertaken.class, PriceSetByHand.class);
    assertThat(PriceDecider.set(byHand, euro(1_500), NOW)).isEmpty();
    assertThat(reprice(byHand, AUTOMATIC, 1_500, 1_989)).isEmpty();
    assertThat(PriceDecider.released(byHand, NOW)).isEmpty();
    ChannelPrice free = after(byHand, PriceDecider.remove(byHand, "gone", NOW));
    assertThat(free.price()).isNull();
    assertThat(PriceDecider.remove(free, "gone", NOW)).isEmpty();
    assertThat(reprice(free, AUTOMATIC, 2_049, 1_989)).hasSize(2);
  }

  @Test
  void withoutARuleTheShopsPriceHoldsAgain() {
    ChannelPrice now = after(NONE, reprice(NONE, AUTOMATIC, 2_049, 1_989));

    assertThat(PriceDecider.released(now, NOW)).hasExactlyElementsOfTypes(PriceRemoved.class);
    assertThat(PriceDecider.released(NONE, NOW)).isEmpty();
  }

  @Test
  void theRuleThatMeansAnArticleMostCounts() {
    RuleBook book = RuleBook.EMPTY;
    for (RepricingRule rule :
        List.of(
            ruleFor("all", null, null),
            ruleFor("light", null, "Home > Light"),
            ruleFor("desk", null, "Home > Light > Desk"),
            ruleFor("lamp", LAMP, null))) {
      book = book.evolve(new RuleSet(rule));
    }

    List<String> desk = List.of("Home > Light > Desk");
    assertThat(book.choice().rule(LAMP, desk)).map(RepricingRule::id).contains("lamp");
    assertThat(book.choice().rule(new Sku("X"), desk)).map(RepricingRule::id).contains("desk");
    assertThat(book.choice().rule(new Sku("X"), List.of("Home > Lights")))
        .map(RepricingRule::id)
        .contains("all");
    assertThat(book.evolve(new RuleRemoved("lamp")).choice().rule(LAMP, desk))
        .map(RepricingRule::id)
        .contains("desk");
  }

  @Test
  void aRuleThatCannotBeNamesTheField() {
    assertThatThrownBy(
            () ->
                Market.rule(
                    Strategy.UNDERCUT, null, null, Market.LOOSE, null, null, Mode.AUTOMATIC))
        .isInstanceOfSatisfying(FieldException.class, e -> assertThat(e.field()).isEqualTo("by"));
    assertThatThrownBy(() -> Market.undercut(10, Market.LOOSE, 20L, 10L))
        .isInstanceOfSatisfying(FieldException.class, e -> assertThat(e.field()).isEqualTo("max"));
  }

  /** What is stored is read again as it was. */
  @Test
  void everyEventIsStoredAndReadAndHasARule() {
    EventCodec codec = EventCodec.of(PriceNote.class, RuleEvent.class, ChannelPriceEvent.class);
    List<Record> all = new ArrayList<>(reprice(NONE, AUTOMATIC, 2_049, 1_989));
    all.add(new PriceSetByHand(euro(1), NOW));
    all.add(new PriceRemoved("gone", NOW));
    all.add(new ProposalRejected(1, NOW));
    all.add(new ProposalOvertaken(1, NOW));
    all.add(after(NONE, all).published());
    all.forEach(event -> assertThat(NONE.evolve(event)).isNotNull());
    all.add(new RuleSet(schedule()));
    all.add(new RuleSet(Market.undercut(10, Market.LOOSE, 5L, 20L)));
    all.add(new RuleRemoved("rule"));
    all.add(new TermsSet(Terms.NONE));

    for (Record event : all) {
      assertThat(codec.read(EventCodec.type(event.getClass()), codec.write(event))).contains(event);
    }
    assertThat(all.stream().map(Record::getClass).distinct()).hasSize(codec.types().size());
  }

  private static RepricingRule schedule() {
    PriceWindow window =
        new PriceWindow(List.of(DayOfWeek.MONDAY), LocalTime.of(8, 30), LocalTime.NOON, euro(999));
    return new RepricingRule(
        "clock",
        LAMP,
        null,
        Strategy.SCHEDULE,
        null,
        null,
        null,
        null,
        null,
        List.of(window),
        euro(1_299),
        Mode.AUTOMATIC,
        Market.LOOSE);
  }

  private static RepricingRule ruleFor(String id, @Nullable Sku sku, @Nullable String category) {
    return new RepricingRule(
        id,
        sku,
        category,
        Strategy.MATCH,
        RepricingRule.Target.LOWEST,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        Mode.AUTOMATIC,
        Market.LOOSE);
  }

  private static List<Record> reprice(
      ChannelPrice state, RepricingRule rule, long shown, long price) {
    Outcome outcome = new Changed(euro(price), List.of("as tested"));
    return PriceDecider.reprice(state, rule, euro(shown), outcome, NOW);
  }

  private static List<Record> kept(ChannelPrice state) {
    return PriceDecider.reprice(state, APPROVAL, euro(2_049), new Kept(List.of("as it is")), NOW);
  }

  private static ChannelPrice after(ChannelPrice state, List<Record> events) {
    assertThat(state.key().channel()).isEqualTo(new ChannelId("amazon-de"));
    return events.stream().reduce(state, ChannelPrice::evolve, (a, b) -> b);
  }
}
