package kontor.inventory.stock.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockPolicy;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept back of a SKU, for the manager. */
@RestController
@RequestMapping("/api/admin/stock/policy")
class PolicyResource {

  private static final int MAX_CHANNELS = 50;

  private final Stock stock;
  private final BookingCheck check;

  PolicyResource(Stock stock, BookingCheck check) {
    this.stock = stock;
    this.check = check;
  }

  /**
   * @param safetyStock kept back from every channel; absent: as it is set for all SKUs
   * @param buffers kept back from single channels besides; for others as it is set for all SKUs
   * @param backorders what may be sold before it is here; nothing when absent
   */
  record Policy(
      @Nullable Integer safetyStock, List<ChannelBuffer> buffers, @Nullable Backorders backorders) {

    static ResponseEntity<Policy> answer(StockPolicy policy) {
      Integer safety = policy.safetyStock().map(Quantity::value).orElse(null);
      return ResponseEntity.ok()
          .eTag("\"" + policy.revision() + "\"")
          .body(new Policy(safety, policy.listed(), policy.backorders().orElse(null)));
    }
  }

  @GetMapping
  ResponseEntity<Policy> policy(@RequestParam Sku sku) {
    check.article("sku", sku);
    return Policy.answer(stock.level(sku).policy());
  }

  /** Sets it; the ETag that was read is sent as {@code If-Match}. */
  @PutMapping
  ResponseEntity<Policy> set(
      @RequestParam Sku sku,
      @RequestBody Policy wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    check.article("sku", sku);
    StockPolicy policy = policy(wanted);
    int seen = seen(match);
    if (stock.level(sku).policy().revision() == seen) {
      stock.handle(sku, new StockCommand.SetPolicy(policy, seen), RequestOrigin.of(request));
    }
    StockPolicy now = stock.level(sku).policy();
    if (!now.sameAs(policy)) {
      throw BadRequestException.outdated("somebody set it meanwhile: look again");
    }
    return Policy.answer(now);
  }

  private StockPolicy policy(Policy wanted) {
    Optional<Quantity> safety = Optional.empty();
    if (wanted.safetyStock != null) {
      check.quantity("safetyStock", wanted.safetyStock, 0);
      safety = Optional.of(new Quantity(wanted.safetyStock));
    }
    Map<ChannelId, Quantity> buffers = channels("buffers", wanted.buffers);
    if (wanted.backorders != null) {
      check(wanted.backorders);
    }
    return new StockPolicy(safety, buffers, 0, Optional.ofNullable(wanted.backorders));
  }

  private void check(Backorders rule) {
    BookingCheck.required("backorders.limit", rule.limit());
    check.quantity("backorders.limit", rule.limit().value(), 0);
    if (rule.daysAfterInbound() != null) {
      check.quantity("backorders.daysAfterInbound", rule.daysAfterInbound(), 0);
    }
    if (rule.perChannel() != null) {
      channels("backorders.perChannel", rule.perChannel());
    }
  }

  private Map<ChannelId, Quantity> channels(String list, @Nullable List<ChannelBuffer> parts) {
    if (parts == null || parts.size() > MAX_CHANNELS) {
      throw BadRequestException.field(list, "must be a list of up to " + MAX_CHANNELS);
    }
    Map<ChannelId, Quantity> buffers = new HashMap<>();
    for (ChannelBuffer buffer : parts) {
      String field = list + "[" + buffers.size() + "]";
      if (buffer == null || buffer.channel() == null || buffer.units() == null) {
        throw BadRequestException.field(field, "needs a channel and units");
      }
      check.quantity(field + ".units", buffer.units().value(), 0);
      if (buffers.put(buffer.channel(), buffer.units()) != null) {
        throw BadRequestException.field(field + ".channel", "is there twice");
      }
    }
    return buffers;
  }

  private static int seen(@Nullable String match) {
    if (match == null) {
      throw BadRequestException.versionMissing(
          "send the ETag that you read in the header If-Match");
    }
    String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw BadRequestException.field("If-Match", "not an ETag of this service: " + match);
    }
    return Integer.parseInt(digits);
  }
}
