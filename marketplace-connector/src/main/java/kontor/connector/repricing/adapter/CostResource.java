package kontor.connector.repricing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.connector.repricing.LandedCosts;
import kontor.connector.repricing.LandedCosts.LandedCost;
import kontor.contracts.Sku;
import kontor.contracts.UnitCost;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What articles cost us, for the manager: known from receipts, or set by hand. */
@RestController
@RequestMapping("/api/admin/marketplaces/repricing/costs")
class CostResource {

  private final LandedCosts costs;

  CostResource(LandedCosts costs) {
    this.costs = costs;
  }

  /**
   * @param cost of one unit in euro without VAT, freight and duty included, up to four decimals
   */
  record Request(@Nullable UnitCost cost) {}

  @GetMapping
  LandedCost cost(@RequestParam Sku sku) {
    return costs
        .find(sku)
        .orElseThrow(() -> BadRequestException.notFound("nobody knows what " + sku + " costs"));
  }

  /** Holds until it is removed, whatever arrives. */
  @PutMapping
  LandedCost set(@RequestParam Sku sku, @RequestBody Request body, HttpServletRequest request) {
    UnitCost cost = RuleResource.required("cost", body.cost());
    costs.set(sku, cost, RequestOrigin.of(request).actor());
    return cost(sku);
  }

  /** The last receipt's cost holds again. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@RequestParam Sku sku) {
    costs.remove(sku);
  }
}
