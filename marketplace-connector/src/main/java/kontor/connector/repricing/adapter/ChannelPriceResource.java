package kontor.connector.repricing.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.connector.repricing.ChannelPrice;
import kontor.connector.repricing.PriceBook;
import kontor.connector.repricing.PriceKey;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An article's own price on an account, for the manager. The SKU may hold slashes as they are. */
@RestController
@RequestMapping("/api/admin/marketplaces/prices/{channel}/{account}/{*sku}")
class ChannelPriceResource {

  private final PriceBook prices;
  private final KnownAccounts accounts;

  ChannelPriceResource(PriceBook prices, KnownAccounts accounts) {
    this.prices = prices;
    this.accounts = accounts;
  }

  /**
   * @param price what a buyer pays, VAT included, in euro
   */
  record Request(@Nullable Money price) {}

  @GetMapping
  ChannelPriceChanged price(
      @PathVariable ChannelId channel, @PathVariable String account, @PathVariable String sku) {
    return answer(prices.find(key(channel, account, sku)));
  }

  /** Sets the price by hand: no rule changes it, and no floor holds it up, until it is removed. */
  @PutMapping
  ChannelPriceChanged set(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @PathVariable String sku,
      @RequestBody Request body,
      HttpServletRequest request) {
    Money price = RuleResource.required("price", body.price());
    if (price.minor() <= 0) {
      throw BadRequestException.field("price", "must be more than 0");
    }
    if (!price.currency().getCurrencyCode().equals("EUR")) {
      throw BadRequestException.field("price", "must be in EUR");
    }
    return answer(prices.set(key(channel, account, sku), price, RequestOrigin.of(request)));
  }

  /** The shop's price holds again, until a rule changes it. */
  @DeleteMapping
  ChannelPriceChanged remove(
      @PathVariable ChannelId channel,
      @PathVariable String account,
      @PathVariable String sku,
      HttpServletRequest request) {
    return answer(prices.remove(key(channel, account, sku), RequestOrigin.of(request)));
  }

  /**
   * @param path with the slash before it
   */
  private PriceKey key(ChannelId channel, String account, String path) {
    try {
      return PriceKey.of(accounts.find(channel, account), new Sku(path.replaceFirst("^/", "")));
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("sku", String.valueOf(e.getMessage()));
    }
  }

  private static ChannelPriceChanged answer(ChannelPrice price) {
    return price.published();
  }
}
