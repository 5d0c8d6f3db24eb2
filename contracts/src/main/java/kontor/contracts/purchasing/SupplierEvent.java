package kontor.contracts.purchasing;

import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.SupplierId;
import org.jspecify.annotations.Nullable;

/** Whom we buy from. Topic {@code suppliers}, keyed by supplier, compacted. */
public sealed interface SupplierEvent {

  SupplierId supplier();

  /**
   * A supplier as he is now: data of a company, of no person.
   *
   * @param currency in which he invoices, ISO 4217
   * @param leadTimeDays from the order to the goods
   * @param minimumOrder the least value of an order, in his currency; absent: there is none
   * @param language in which orders are written, such as {@code de}
   * @param overDeliveryPercent by how much a delivery may exceed an order
   */
  @EventType("kontor.supplier.described.v1")
  record SupplierDescribed(
      SupplierId supplier,
      String name,
      String currency,
      int leadTimeDays,
      @Nullable Money minimumOrder,
      String language,
      int overDeliveryPercent)
      implements SupplierEvent {}
}
