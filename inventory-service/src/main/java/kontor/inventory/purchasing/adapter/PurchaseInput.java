package kontor.inventory.purchasing.adapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.Spread;
import kontor.contracts.purchasing.SupplierEvent.SupplierDescribed;
import kontor.inventory.purchasing.PurchaseCommand.Rate;
import kontor.inventory.purchasing.Suppliers;
import kontor.inventory.stock.adapter.BookingCheck;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at everything that a person writes about an order to a supplier. */
@Component
class PurchaseInput {

  private static final int MAX_LANDED = 20;
  private static final int MAX_GRAMS = 10_000_000;

  private final Suppliers suppliers;
  private final BookingCheck check;

  PurchaseInput(Suppliers suppliers, BookingCheck check) {
    this.suppliers = suppliers;
    this.check = check;
  }

  /**
   * @param landed what it costs besides to get all of it here, in euro
   * @param overDeliveryPercent absent: the supplier's
   */
  record Written(
      SupplierId supplier,
      List<WrittenLine> lines,
      @Nullable List<LandedCost> landed,
      @Nullable LocalDate expectedOn,
      @Nullable Integer overDeliveryPercent) {}

  /**
   * @param location where it should arrive; the main one when absent
   * @param unitCost in the supplier's currency, up to four decimals
   * @param grams weight of one unit; needed where a landed cost is shared by weight
   */
  record WrittenLine(
      Sku sku,
      @Nullable LocationId location,
      int quantity,
      UnitCost unitCost,
      @Nullable Integer grams) {}

  PurchaseOrderDrafted draft(PurchaseOrderId id, Written written) {
    SupplierDescribed supplier = supplier(written.supplier);
    check.lines(written.lines);
    List<LandedCost> landed = landed(written.landed);
    boolean weighed = landed.stream().anyMatch(cost -> cost.spread() == Spread.WEIGHT);
    List<PurchaseLine> lines = new ArrayList<>();
    for (WrittenLine line : written.lines) {
      lines.add(line(line, lines.size() + 1, weighed));
    }
    int percent =
        written.overDeliveryPercent == null
            ? supplier.overDeliveryPercent()
            : written.overDeliveryPercent;
    SupplierResource.between("overDeliveryPercent", percent, 100);
    return new PurchaseOrderDrafted(
        id, written.supplier, supplier.currency(), lines, landed, written.expectedOn, percent);
  }

  SupplierDescribed supplier(@Nullable SupplierId id) {
    if (id == null) {
      throw BadRequestException.field("supplier", "is missing");
    }
    return suppliers
        .find(id)
        .described()
        .orElseThrow(
            () -> BadRequestException.field("supplier", "there is no supplier '" + id + "'"));
  }

  private PurchaseLine line(WrittenLine line, int number, boolean weighed) {
    String field = "lines[" + (number - 1) + "].";
    check.article(field + "sku", line.sku);
    check.quantity(field + "quantity", line.quantity, 1);
    BookingCheck.required(field + "unitCost", line.unitCost);
    if (weighed) {
      BookingCheck.required(field + "grams", line.grams);
    }
    if (line.grams != null) {
      SupplierResource.between(field + "grams", line.grams, MAX_GRAMS);
    }
    LocationId location = check.place(field + "location", line.location).location();
    return new PurchaseLine(
        number, line.sku, location, new Quantity(line.quantity), line.unitCost, line.grams);
  }

  static List<LandedCost> landed(@Nullable List<LandedCost> given) {
    List<LandedCost> landed = given == null ? List.of() : given;
    if (landed.size() > MAX_LANDED) {
      throw BadRequestException.field("landed", "must be a list of up to " + MAX_LANDED);
    }
    for (int i = 0; i < landed.size(); i++) {
      String field = "landed[" + i + "]";
      LandedCost cost = landed.get(i);
      BookingCheck.required(field, cost);
      BookingCheck.required(field + ".kind", cost.kind());
      BookingCheck.required(field + ".spread", cost.spread());
      BookingCheck.required(field + ".amount", cost.amount());
      if (cost.amount().isNegative() || !cost.amount().currency().getCurrencyCode().equals("EUR")) {
        throw BadRequestException.field(field + ".amount", "must be an amount in EUR");
      }
    }
    return landed;
  }

  /** Empty where nothing was said; the euro needs no rate. */
  static Optional<Rate> rate(
      String currency, @Nullable ExchangeRate rate, @Nullable LocalDate on, LocalDate today) {
    if (currency.equals("EUR")) {
      if (rate != null && !rate.equals(ExchangeRate.EURO)) {
        throw BadRequestException.field("rate", "the supplier invoices in EUR");
      }
      return Optional.of(new Rate(ExchangeRate.EURO, on == null ? today : on));
    }
    if (rate == null && on == null) {
      return Optional.empty();
    }
    if (rate == null || on == null) {
      throw BadRequestException.field(rate == null ? "rate" : "rateOn", "is missing");
    }
    return Optional.of(new Rate(rate, on));
  }
}
