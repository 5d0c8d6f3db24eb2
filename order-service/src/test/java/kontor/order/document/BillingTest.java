package kontor.order.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.order.lifecycle.Charges;
import kontor.order.lifecycle.Charges.Charge;
import org.junit.jupiter.api.Test;

/** Net, VAT and gross of bills, to the cent. */
class BillingTest {

  @Test
  void nineteenAndSevenPercentStandApartAndShippingIsDividedOverBoth() {
    OrderLine tea = line(1, 2, "10.70", "0.00", 700);
    OrderLine cup = line(2, 1, "23.80", "0.00", 1900);
    Billing billing = Billing.of(charges("4.52", all(tea), all(cup)), List.of(tea, cup));

    assertThat(billing.taxes())
        .containsExactly(
            new TaxSum(700, eur("22.00"), eur("1.54")),
            new TaxSum(1900, eur("22.00"), eur("4.18")));
    assertThat(billing.lines().stream().map(InvoiceLine::gross))
        .containsExactly(eur("21.40"), eur("23.80"), eur("2.14"), eur("2.38"));
    assertThat(billing.total()).isEqualTo(eur("49.72"));
    assertThat(billing.rounding()).isEqualTo(eur("0.00"));
  }

  @Test
  void freeShippingHasNoLine() {
    OrderLine tea = line(1, 2, "10.70", "0.00", 700);
    Billing billing = Billing.of(charges("0.00", all(tea)), List.of(tea));

    assertThat(billing.lines()).hasSize(1);
    assertThat(billing.total()).isEqualTo(eur("21.40"));
  }

  @Test
  void aDiscountLowersTheNetAmountOfItsLine() {
    OrderLine tea = line(1, 2, "10.70", "10.70", 700);
    InvoiceLine line = Billing.of(charges("0.00", all(tea)), List.of(tea)).lines().get(0);

    assertThat(line.unitPrice()).isEqualTo(eur("10.70"));
    assertThat(line.gross()).isEqualTo(eur("10.70"));
    assertThat(line.net()).isEqualTo(eur("10.00"));
  }

  @Test
  void whatNoNetAmountComesToIsRounded() {
    OrderLine cup = line(1, 1, "0.03", "0.00", 1900);
    Billing billing = Billing.of(charges("0.00", all(cup)), List.of(cup));

    assertThat(billing.taxes()).containsExactly(new TaxSum(1900, eur("0.03"), eur("0.01")));
    assertThat(billing.rounding()).isEqualTo(eur("-0.01"));
    assertThat(billing.total()).isEqualTo(eur("0.03"));
  }

  @Test
  void sumsFitForGeneratedBills() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      check(generated(random), "seed " + seed + ", bill " + i);
    }
  }

  private static void check(Billing billing, String where) {
    Money sums = eur("0.00");
    for (TaxSum tax : billing.taxes()) {
      Money nets = eur("0.00");
      for (InvoiceLine line : billing.lines()) {
        nets = line.taxRate() == tax.taxRate() ? nets.plus(line.net()) : nets;
        assertThat(line.net()).as(where).isBetween(eur("0.00"), line.gross());
      }
      assertThat(nets).as(where).isEqualTo(tax.net());
      sums = sums.plus(tax.net()).plus(tax.tax());
    }
    assertThat(sums.plus(billing.rounding())).as(where).isEqualTo(billing.total());
    assertThat(Math.abs(billing.rounding().minor()))
        .as(where)
        .isLessThanOrEqualTo(billing.taxes().size());
  }

  private static Billing generated(Random random) {
    int[] rates = {0, 700, 1900, 2550};
    List<OrderLine> lines = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    for (int line = 1; line <= 1 + random.nextInt(6); line++) {
      int units = 1 + random.nextInt(5);
      Money unit = Money.ofMinor(random.nextInt(3_000), "EUR");
      long off = random.nextLong(unit.minor() * units + 1);
      OrderLine ordered =
          line(
              line,
              units,
              unit.amount(),
              Money.ofMinor(off, "EUR").amount(),
              rates[random.nextInt(rates.length)]);
      lines.add(ordered);
      charges.add(all(ordered));
    }
    return Billing.of(new Charges(charges, Money.ofMinor(random.nextInt(900), "EUR")), lines);
  }

  private static Charges charges(String shipping, Charge... lines) {
    return new Charges(List.of(lines), eur(shipping));
  }

  private static Charge all(OrderLine line) {
    return new Charge(line, line.quantity().value(), line.total());
  }

  private static OrderLine line(int line, int units, String unit, String off, int rate) {
    Money price = eur(unit);
    return new OrderLine(
        line,
        null,
        new Sku("S" + line),
        "Tee",
        new Quantity(units),
        price,
        eur(off),
        price.times(units).minus(eur(off)),
        rate,
        eur("0.00"));
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
