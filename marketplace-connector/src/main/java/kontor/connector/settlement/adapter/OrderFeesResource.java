package kontor.connector.settlement.adapter;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.connector.settlement.SettlementViews;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.settlement.SettlementEvent.KindSum;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.platform.spring.BadRequestException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a marketplace pays for an order and keeps of it, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/orders/{order}/fees")
class OrderFeesResource {

  private final SettlementViews settlements;

  OrderFeesResource(SettlementViews settlements) {
    this.settlements = settlements;
  }

  record Settled(String settlement, Movement movement) {}

  /**
   * @param total what is left of the order after all that was settled so far
   */
  record Fees(OrderId order, Money total, List<KindSum> sums, List<Settled> movements) {}

  /** Oldest movement first; 404 for an order that no settlement has. */
  @GetMapping
  Fees fees(@PathVariable OrderId order) {
    List<Settled> all =
        settlements.of(order).stream()
            .flatMap(OrderFeesResource::movements)
            .sorted(Comparator.comparing((Settled one) -> one.movement().at()))
            .toList();
    Map<MovementKind, Money> sums = new EnumMap<>(MovementKind.class);
    all.forEach(one -> sums.merge(one.movement().kind(), one.movement().amount(), Money::plus));
    Money total =
        sums.values().stream()
            .reduce(Money::plus)
            .orElseThrow(
                () -> BadRequestException.notFound("nothing was settled for order " + order));
    return new Fees(
        order,
        total,
        sums.entrySet().stream().map(sum -> new KindSum(sum.getKey(), sum.getValue())).toList(),
        all);
  }

  private static Stream<Settled> movements(OrderSettled event) {
    return event.movements().stream().map(one -> new Settled(event.settlement(), one));
  }
}
