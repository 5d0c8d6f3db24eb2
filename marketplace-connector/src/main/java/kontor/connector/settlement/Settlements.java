package kontor.connector.settlement;

import kontor.connector.channel.Account;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.settlement.SettlementState.Open;
import kontor.contracts.settlement.SettlementEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** All settlements of the marketplaces, by channel, account and the marketplace's id. */
public final class Settlements {

  public static final AggregateType<SettlementState, SettlementEvent> TYPE =
      AggregateType.of(
          "settlement", SettlementEvent.class, id -> Open.NOTHING, SettlementState::evolve);

  private final Aggregates<SettlementState, SettlementEvent> settlements;

  public Settlements(Aggregates<SettlementState, SettlementEvent> settlements) {
    this.settlements = settlements;
  }

  /**
   * Books what is not booked yet. Doing it again does nothing.
   *
   * @throws IllegalArgumentException with the reason why it cannot be booked; nothing of it is
   */
  void book(Account account, Settlement settlement) {
    String id = id(account, settlement.id());
    Origin origin = Origin.of("connector", id);
    boolean more = true;
    while (more) {
      more =
          !settlements
              .update(id, origin, state -> SettlementDecider.book(state, account, settlement))
              .events()
              .isEmpty();
    }
  }

  private static String id(Account account, String settlement) {
    return account.key() + "/" + settlement;
  }
}
