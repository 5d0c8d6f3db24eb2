package kontor.inventory.purchasing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.SupplierId;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.purchasing.SupplierEvent.SupplierDescribed;
import kontor.eventstore.kafka.StateView;
import kontor.inventory.purchasing.Supplier;
import kontor.inventory.purchasing.Suppliers;
import kontor.inventory.stock.adapter.BookingCheck;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suppliers for the manager. */
@RestController
@RequestMapping("/api/admin/suppliers")
class SupplierResource {

  private static final int MAX_LEAD_TIME = 730;

  private final Suppliers suppliers;
  private final StateView<SupplierEvent> view;

  SupplierResource(Suppliers suppliers, StateView<SupplierEvent> view) {
    this.suppliers = suppliers;
    this.view = view;
  }

  /**
   * @param currency in which he invoices, ISO 4217
   * @param minimumOrder the least value of an order, in his currency; absent: there is none
   * @param language in which orders are written, such as {@code de}
   * @param overDeliveryPercent by how much a delivery may exceed an order
   */
  record Description(
      String name,
      String currency,
      int leadTimeDays,
      @Nullable Money minimumOrder,
      String language,
      int overDeliveryPercent) {}

  record Page(List<SupplierDescribed> items, @Nullable String next) {}

  /** By id; a supplier who was described just now may be missing for a moment. */
  @GetMapping
  Page list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<SupplierDescribed> after =
        view.all().stream()
            .filter(SupplierDescribed.class::isInstance)
            .map(SupplierDescribed.class::cast)
            .filter(supplier -> supplier.supplier().value().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(supplier -> supplier.supplier().value()))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<SupplierDescribed> items = more ? after.subList(0, limit) : after;
    return new Page(items, more ? items.get(limit - 1).supplier().value() : null);
  }

  @GetMapping("/{id}")
  ResponseEntity<SupplierDescribed> one(@PathVariable SupplierId id) {
    return answer(id, suppliers.find(id));
  }

  /** Describes a supplier anew, with the ETag as {@code If-Match}, or for the first time. */
  @PutMapping("/{id}")
  ResponseEntity<SupplierDescribed> put(
      @PathVariable SupplierId id,
      @RequestBody Description wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    SupplierDescribed described = described(id, wanted);
    return answer(
        id,
        Refusals.told(
            () -> suppliers.put(described, Refusals.seen(match), RequestOrigin.of(request))));
  }

  private SupplierDescribed described(SupplierId id, Description wanted) {
    BookingCheck.required("name", wanted.name);
    if (wanted.name.isBlank() || wanted.name.length() > 120) {
      throw BadRequestException.field("name", "must be 1 to 120 characters");
    }
    BookingCheck.required("currency", wanted.currency);
    Currency currency = currency(wanted.currency);
    BookingCheck.required("language", wanted.language);
    if (!wanted.language.matches("[a-z]{2}")) {
      throw BadRequestException.field("language", "must be two letters such as 'de'");
    }
    between("leadTimeDays", wanted.leadTimeDays, MAX_LEAD_TIME);
    between("overDeliveryPercent", wanted.overDeliveryPercent, 100);
    Money least = wanted.minimumOrder;
    if (least != null && (least.isNegative() || !least.currency().equals(currency))) {
      throw BadRequestException.field("minimumOrder", "must be an amount in " + wanted.currency);
    }
    return new SupplierDescribed(
        id,
        wanted.name,
        wanted.currency,
        wanted.leadTimeDays,
        least,
        wanted.language,
        wanted.overDeliveryPercent);
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("currency", "not an ISO 4217 currency: '" + code + "'");
    }
  }

  static void between(String field, int value, int most) {
    if (value < 0 || value > most) {
      throw BadRequestException.field(field, "must be from 0 to " + most);
    }
  }

  private static ResponseEntity<SupplierDescribed> answer(SupplierId id, Supplier supplier) {
    SupplierDescribed now =
        supplier
            .described()
            .orElseThrow(() -> BadRequestException.notFound("there is no supplier " + id));
    return ResponseEntity.ok().eTag(Refusals.tag(supplier.revision())).body(now);
  }
}
