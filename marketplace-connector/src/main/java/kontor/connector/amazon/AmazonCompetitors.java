package kontor.connector.amazon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.channel.Percent;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads the offers for our listings (getListingOffersBatch, Product Pricing v0): twenty a call,
 * each part of the answer with a status of its own. It is asked by SKU and lets us call fifteen
 * times as often as getCompetitiveSummary.
 */
final class AmazonCompetitors {

  private static final Logger LOG = LoggerFactory.getLogger(AmazonCompetitors.class);

  /** ListingOffersRequestList.maxItems of the model. */
  static final int MOST = 20;

  private static final String PATH = "/batches/products/pricing/v0/listingOffers";

  private final AmazonClient client;
  private final Account account;
  private final Clock clock;

  AmazonCompetitors(AmazonClient client, Account account, Clock clock) {
    this.client = client;
    this.account = account;
    this.clock = clock;
  }

  List<Competition> find(Collection<Sku> skus) {
    List<Sku> asked = List.copyOf(skus);
    Instant now = clock.instant();
    JsonNode answer =
        client.send(
            AmazonLimits.LISTING_OFFERS,
            "POST",
            PATH,
            Map.of("requests", asked.stream().map(this::request).toList()));
    return read(answer, asked, now);
  }

  private Map<String, String> request(Sku sku) {
    return Map.of(
        "uri", "/products/pricing/v0/listings/" + Percent.encode(sku.value()) + "/offers",
        "method", "GET",
        "MarketplaceId", account.setting(AmazonFields.MARKETPLACE),
        "ItemCondition", "New",
        "CustomerType", "Consumer");
  }

  /** Parts that Amazon could not answer are left out, and so are articles that nobody asked for. */
  static List<Competition> read(JsonNode answer, Collection<Sku> asked, Instant at) {
    List<Competition> all = new ArrayList<>();
    for (JsonNode part : answer.path("responses")) {
      JsonNode payload = part.at("/body/payload");
      if (part.at("/status/statusCode").asInt(0) != 200 || payload.isMissingNode()) {
        LOG.debug("no offers: {}", part.at("/body/errors/0/message").asString(""));
        continue;
      }
      String sku = payload.path("SKU").asString(payload.at("/Identifier/SellerSKU").asString(""));
      asked.stream()
          .filter(one -> one.value().equals(sku))
          .findFirst()
          .ifPresent(one -> all.add(competition(one, payload, at)));
    }
    return all;
  }

  private static Competition competition(Sku sku, JsonNode payload, Instant at) {
    List<CompetitorOffer> offers = new ArrayList<>();
    for (JsonNode offer : payload.path("Offers")) {
      // other conditions are not asked for, but an answer may have them all the same
      if (offer.path("SubCondition").asString("").equalsIgnoreCase("new")) {
        offer(offer).ifPresent(offers::add);
      }
    }
    offers.sort(Comparator.comparingLong(offer -> offer.landed().minor()));
    int count = payload.at("/Summary/TotalOfferCount").asInt(offers.size());
    return new Competition(sku, offers, count, at);
  }

  private static Optional<CompetitorOffer> offer(JsonNode offer) {
    Optional<Money> price = money(offer.path("ListingPrice"));
    Optional<Money> shipping = money(offer.path("Shipping"));
    boolean twoCurrencies =
        price.isPresent()
            && shipping.isPresent()
            && !price.get().currency().equals(shipping.get().currency());
    if (price.isEmpty() || twoCurrencies) {
      return Optional.empty();
    }
    return Optional.of(
        new CompetitorOffer(
            offer.path("SellerId").asString(""),
            offer.path("MyOffer").asBoolean(false),
            price.get(),
            shipping.orElse(Money.zero(price.get().currency())),
            offer.path("IsBuyBoxWinner").asBoolean(false)));
  }

  /** Amounts are JSON numbers here; digits beyond the currency's are noise of binary fractions. */
  private static Optional<Money> money(JsonNode amount) {
    String code = amount.path("CurrencyCode").asString("");
    JsonNode number = amount.path("Amount");
    if (code.isEmpty() || !number.isNumber()) {
      return Optional.empty();
    }
    Currency currency = Currency.getInstance(code);
    BigDecimal minor = number.decimalValue().movePointRight(currency.getDefaultFractionDigits());
    return Optional.of(
        new Money(minor.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency));
  }
}
