package kontor.pricing;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import org.jspecify.annotations.Nullable;

/** Promotions for tests: the whole cart, always, combinable, unless changed. */
record Offers(
    String id,
    @Nullable Integer percent,
    @Nullable Money amount,
    @Nullable String coupon,
    List<Sku> skus,
    List<String> categories,
    List<ChannelId> channels,
    @Nullable Money minimum,
    @Nullable Instant from,
    @Nullable Instant until,
    int priority,
    boolean combinable) {

  static Offers percent(String id, int basisPoints) {
    return new Offers(
        id, basisPoints, null, null, List.of(), List.of(), List.of(), null, null, null, 0, true);
  }

  static Offers amount(String id, Money amount) {
    return new Offers(
        id, null, amount, null, List.of(), List.of(), List.of(), null, null, null, 0, true);
  }

  Offers coupon(String code) {
    return new Offers(
        id,
        percent,
        amount,
        code,
        skus,
        categories,
        channels,
        minimum,
        from,
        until,
        priority,
        combinable);
  }

  Offers on(String... some) {
    List<Sku> wanted = List.of(some).stream().map(Sku::new).toList();
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        wanted,
        categories,
        channels,
        minimum,
        from,
        until,
        priority,
        combinable);
  }

  Offers in(String... some) {
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        List.of(some),
        channels,
        minimum,
        from,
        until,
        priority,
        combinable);
  }

  Offers at(String channel) {
    List<ChannelId> one = List.of(new ChannelId(channel));
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        categories,
        one,
        minimum,
        from,
        until,
        priority,
        combinable);
  }

  Offers minimum(Money money) {
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        categories,
        channels,
        money,
        from,
        until,
        priority,
        combinable);
  }

  Offers between(@Nullable Instant start, @Nullable Instant end) {
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        categories,
        channels,
        minimum,
        start,
        end,
        priority,
        combinable);
  }

  Offers priority(int other) {
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        categories,
        channels,
        minimum,
        from,
        until,
        other,
        combinable);
  }

  Offers alone() {
    return new Offers(
        id,
        percent,
        amount,
        coupon,
        skus,
        categories,
        channels,
        minimum,
        from,
        until,
        priority,
        false);
  }

  PromotionPublished publish() {
    return publish(null);
  }

  /** For so many orders only. */
  PromotionPublished publish(@Nullable Integer usesInAll) {
    return new PromotionPublished(
        new PromotionId(id),
        "Aktion " + id,
        coupon,
        percent,
        amount,
        skus,
        categories,
        channels,
        minimum,
        from,
        until,
        priority,
        combinable,
        usesInAll,
        null,
        null);
  }
}
