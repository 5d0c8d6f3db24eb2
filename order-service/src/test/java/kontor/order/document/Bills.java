package kontor.order.document;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.document.RangeName.Kind;
import kontor.order.lifecycle.Charges;
import kontor.order.lifecycle.Charges.Charge;

/** Issued bills of whole orders and of single units that came back. */
public final class Bills {

  private Bills() {}

  public static IssuedBill invoice(OrderPlaced order, String number, LocalDate day) {
    List<Charge> all =
        order.lines().stream()
            .map(line -> new Charge(line, line.quantity().value(), line.total()))
            .toList();
    Charges charges = new Charges(all, order.totals().shipping());
    return issued(Kind.INVOICE, order, number, "1", List.of(), day, charges);
  }

  /** One unit came back. */
  public static IssuedBill credit(
      OrderPlaced order, OrderLine line, Money amount, String number, LocalDate day) {
    Charges charges =
        new Charges(List.of(new Charge(line, 1, amount)), Money.zero(amount.currency()));
    List<String> corrects = List.of("RE-2026-11-00042");
    return issued(Kind.CREDIT_NOTE, order, number, "R1", corrects, day, charges);
  }

  private static IssuedBill issued(
      Kind kind,
      OrderPlaced order,
      String number,
      String cause,
      List<String> corrects,
      LocalDate day,
      Charges charges) {
    Billing billing = Billing.of(charges, order.lines());
    Bill bill =
        new Bill(
            kind,
            order.order(),
            cause,
            corrects,
            day,
            billing.lines(),
            billing.taxes(),
            billing.rounding(),
            billing.total(),
            order.treatment());
    return new IssuedBill(number, day, bill);
  }
}
