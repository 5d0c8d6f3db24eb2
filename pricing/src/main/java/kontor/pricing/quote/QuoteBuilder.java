package kontor.pricing.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.AppliedPromotion;
import kontor.pricing.promotion.Promotions;
import kontor.pricing.promotion.Reduction;

/** Puts a quote together: priced and reduced lines in, VAT and totals out. Used once. */
final class QuoteBuilder {

  private final Cart cart;
  private final PriceForm form;
  private final List<PricedLine> priced;
  private final Reduction reduction;
  private final Map<Sku, QuoteLine> lines = new HashMap<>();
  private final List<ShippingLine.Part> shipping = new ArrayList<>();
  private final List<TaxTotal> taxes = new ArrayList<>();

  /**
   * @param priced at least one line, sorted by SKU, so that nothing depends on the cart's order
   * @param reduction the discounts of these lines
   */
  QuoteBuilder(Cart cart, List<PricedLine> priced, Reduction reduction) {
    this.cart = cart;
    this.form = cart.buyer().form();
    this.priced = priced;
    this.reduction = reduction;
  }

  Quote build() {
    TreeMap<Integer, Long> goodsByRate = new TreeMap<>();
    for (int i = 0; i < priced.size(); i++) {
      goodsByRate.merge(priced.get(i).taxRate(), total(i).minor(), Math::addExact);
    }
    Taxation.divideShipping(cart.shipping().minor(), goodsByRate).forEach(this::addRate);
    List<QuoteLine> ordered =
        cart.lines().stream().map(CartLine::article).map(a -> lines.get(a.sku())).toList();
    ShippingLine shippingLine = new ShippingLine(cart.shipping(), cart.shippingMethod(), shipping);
    QuoteTotals totals = totals();
    String hash = QuoteHash.of(form, lines.values(), reduction.applied(), shippingLine, totals);
    return new Quote(
        form, ordered, reduction.applied(), unusedCoupons(), shippingLine, taxes, totals, hash);
  }

  private Money total(int i) {
    return priced.get(i).goods().minus(reduction.discounts().get(i));
  }

  /** The lines of one rate, its part of shipping, and their VAT. */
  private void addRate(int rate, long shippingPart) {
    List<Integer> indexes = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (int i = 0; i < priced.size(); i++) {
      if (priced.get(i).taxRate() == rate) {
        indexes.add(i);
        amounts.add(total(i).minor());
      }
    }
    amounts.add(shippingPart);
    List<Long> shares = Taxation.taxes(form, amounts, rate);
    for (int i = 0; i < indexes.size(); i++) {
      addLine(indexes.get(i), money(shares.get(i)));
    }
    Money shippingTax = money(shares.get(indexes.size()));
    shipping.add(new ShippingLine.Part(rate, money(shippingPart), shippingTax));
    taxes.add(taxTotal(rate, sum(amounts), sum(shares)));
  }

  private void addLine(int i, Money tax) {
    PricedLine line = priced.get(i);
    lines.put(
        line.article().sku(),
        new QuoteLine(
            line.article().sku(),
            line.line().quantity(),
            form,
            line.unitPrice(),
            line.goods(),
            reduction.discounts().get(i),
            total(i),
            line.taxRate(),
            tax));
  }

  private TaxTotal taxTotal(int rate, Money amount, Money tax) {
    return form == PriceForm.GROSS
        ? new TaxTotal(rate, amount.minus(tax), tax, amount)
        : new TaxTotal(rate, amount, tax, amount.plus(tax));
  }

  private QuoteTotals totals() {
    Money none = Money.zero(cart.buyer().currency());
    return new QuoteTotals(
        priced.stream().map(PricedLine::goods).reduce(none, Money::plus),
        reduction.discounts().stream().reduce(none, Money::plus),
        cart.shipping(),
        taxes.stream().map(TaxTotal::net).reduce(none, Money::plus),
        taxes.stream().map(TaxTotal::tax).reduce(none, Money::plus),
        taxes.stream().map(TaxTotal::gross).reduce(none, Money::plus));
  }

  private Set<String> unusedCoupons() {
    Set<String> used = new HashSet<>();
    for (AppliedPromotion promotion : reduction.applied()) {
      if (promotion.coupon() != null) {
        used.add(Promotions.code(promotion.coupon()));
      }
    }
    return cart.coupons().stream()
        .filter(coupon -> !used.contains(Promotions.code(coupon)))
        .collect(Collectors.toSet());
  }

  private Money sum(List<Long> amounts) {
    return money(amounts.stream().reduce(0L, Math::addExact));
  }

  private Money money(long minor) {
    return new Money(minor, cart.buyer().currency());
  }
}
