package kontor.connector.etsy;

import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.etsy.EtsyOwners.Owner;
import kontor.contracts.settlement.SettlementEvent.MovementKind;

/**
 * Entries of the payment account as movements of a settlement. What Etsy books for another entry
 * belongs to the same order.
 */
final class EtsyMovements {

  private final EtsyOwners owners;
  private final Map<String, EtsyEntry> parents;

  /**
   * @param parents by their numbers
   */
  EtsyMovements(EtsyOwners owners, Map<String, EtsyEntry> parents) {
    this.owners = owners;
    this.parents = Map.copyOf(parents);
  }

  /**
   * What should be of an order, and Etsy does not tell of which, is kept with its words.
   *
   * @throws IllegalArgumentException if it is a sale: Etsy shows some payments only later
   */
  SettledAmount of(EtsyEntry entry) {
    Optional<EtsyEntry> parent = entry.parent().map(parents::get);
    Optional<Owner> owner = owners.of(entry).or(() -> parent.flatMap(owners::of));
    MovementKind kind = kind(entry, parent);
    boolean lost = owner.isEmpty() && EtsyKinds.ofOrder(kind);
    if (lost && kind == MovementKind.SALE) {
      throw new IllegalArgumentException(
          "Etsy does not tell yet which receipt %s is of (entry %s)"
              .formatted(entry.subject(), entry.id()));
    }
    return new SettledAmount(
        entry.id(),
        lost ? MovementKind.OTHER : kind,
        owner.map(Owner::receipt),
        owner.flatMap(Owner::line),
        entry.amount(),
        lost ? entry.type() + " of " + entry.subject() : entry.type(),
        entry.at());
  }

  private static MovementKind kind(EtsyEntry entry, Optional<EtsyEntry> parent) {
    String word = entry.type();
    return EtsyKinds.of(
        word.equals(EtsyKinds.TAX_ON_FEES) ? parent.map(EtsyEntry::type).orElse(word) : word);
  }
}
