package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.contracts.order.ReturnEvent.ReturnReceived;
import kontor.contracts.order.ReturnEvent.ReturnWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What comes back of an order.
 *
 * @param rmas by RMA number
 * @param settled the RMA numbers in the order in which they were settled
 */
public record Returns(Map<String, Rma> rmas, List<String> settled) {

  static final Returns NONE = new Returns(Map.of(), List.of());

  /** Where a return is. */
  public enum RmaState {
    ANNOUNCED,
    RECEIVED,
    SETTLED,
    WITHDRAWN;

    boolean open() {
      return this == ANNOUNCED || this == RECEIVED;
    }
  }

  /**
   * One return.
   *
   * @param refundDue what the buyer gets for it, once it is settled
   * @param since when it came to its state
   * @param replacement the order by which the buyer gets other goods for it
   */
  public record Rma(
      ReturnKind kind,
      List<LineUnits> lines,
      RmaState state,
      @Nullable Money refundDue,
      Instant since,
      @Nullable OrderId replacement) {

    public Rma {
      lines = List.copyOf(lines);
    }

    private Rma in(RmaState now, Instant when) {
      return new Rma(kind, lines, now, refundDue, when, replacement);
    }

    private Rma replacedBy(OrderId order) {
      return new Rma(kind, lines, state, refundDue, since, order);
    }
  }

  public Returns {
    rmas = Map.copyOf(rmas);
    settled = List.copyOf(settled);
  }

  public Optional<Rma> find(String rma) {
    return Optional.ofNullable(rmas.get(rma));
  }

  boolean anyOpen() {
    return rmas.values().stream().anyMatch(rma -> rma.state().open());
  }

  boolean anySettled() {
    return rmas.values().stream().anyMatch(rma -> rma.state() == RmaState.SETTLED);
  }

  /** Units of a line that came back. */
  int returned(int line) {
    return units(line, rma -> rma.state() == RmaState.SETTLED);
  }

  /** Units of a line that had come back before this return was settled. */
  int returnedBefore(String rma, int line) {
    return settled.subList(0, Math.max(0, settled.indexOf(rma))).stream()
        .mapToInt(name -> find(name).map(before -> units(before, line)).orElse(0))
        .sum();
  }

  /** Units of a line that came back or are to come, those of the given RMA left out. */
  int claimed(int line, String except) {
    int own = find(except).filter(rma -> rma.state().open()).map(r -> units(r, line)).orElse(0);
    return units(line, rma -> rma.state() != RmaState.WITHDRAWN) - own;
  }

  private int units(int line, java.util.function.Predicate<Rma> which) {
    return rmas.values().stream().filter(which).mapToInt(rma -> units(rma, line)).sum();
  }

  private static int units(Rma rma, int line) {
    return rma.lines().stream()
        .filter(units -> units.line() == line)
        .mapToInt(units -> units.quantity().value())
        .sum();
  }

  /** What does not concern returns changes nothing. */
  Returns evolve(OrderEvent event) {
    if (event instanceof ReturnAnnounced e) {
      return with(
          e.rma(), new Rma(e.kind(), e.lines(), RmaState.ANNOUNCED, null, e.announcedAt(), null));
    }
    if (event instanceof ReturnReceived e) {
      return find(e.rma())
          .map(rma -> with(e.rma(), rma.in(RmaState.RECEIVED, e.receivedAt())))
          .orElse(this);
    }
    if (event instanceof ReturnWithdrawn e) {
      return find(e.rma())
          .map(rma -> with(e.rma(), rma.in(RmaState.WITHDRAWN, e.withdrawnAt())))
          .orElse(this);
    }
    if (event instanceof OrderReturned e) {
      List<LineUnits> lines =
          e.lines().stream().map(l -> new LineUnits(l.line(), l.sku(), l.quantity())).toList();
      ReturnKind kind = find(e.rma()).map(Rma::kind).orElse(ReturnKind.GOODWILL);
      return with(
          e.rma(), new Rma(kind, lines, RmaState.SETTLED, e.refundDue(), e.returnedAt(), null));
    }
    if (event instanceof ReturnExchanged e) {
      return find(e.rma()).map(rma -> with(e.rma(), rma.replacedBy(e.replacement()))).orElse(this);
    }
    return this;
  }

  /** What all settled returns are worth. */
  Optional<Money> due() {
    return rmas.values().stream()
        .flatMap(rma -> Optional.ofNullable(rma.refundDue()).stream())
        .reduce(Money::plus);
  }

  private Returns with(String name, Rma rma) {
    Map<String, Rma> now = new TreeMap<>(rmas);
    now.put(name, rma);
    List<String> order = settled;
    if (rma.state() == RmaState.SETTLED && !settled.contains(name)) {
      order = new ArrayList<>(settled);
      order.add(name);
    }
    return new Returns(now, order);
  }
}
