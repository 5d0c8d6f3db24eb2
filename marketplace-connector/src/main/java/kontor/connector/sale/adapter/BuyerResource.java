package kontor.connector.sale.adapter;

import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.sale.Buyers;
import kontor.contracts.OrderId;
import kontor.platform.spring.BadRequestException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the parcel of a marketplace's order goes, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/orders/{order}/buyer")
class BuyerResource {

  private final Buyers buyers;

  BuyerResource(Buyers buyers) {
    this.buyers = buyers;
  }

  /** 404 for an order that is none of a marketplace, and after the buyer has been forgotten. */
  @GetMapping
  Buyer buyer(@PathVariable OrderId order) {
    return buyers.find(order).orElseThrow(() -> missing(order));
  }

  /** Forgets the buyer at once (GDPR article 17); the order stays. It cannot be undone. */
  @DeleteMapping
  ResponseEntity<Void> forget(@PathVariable OrderId order) {
    if (!buyers.forget(order)) {
      throw missing(order);
    }
    return ResponseEntity.noContent().build();
  }

  private static BadRequestException missing(OrderId order) {
    return BadRequestException.notFound("no buyer of a marketplace is known for " + order.value());
  }
}
