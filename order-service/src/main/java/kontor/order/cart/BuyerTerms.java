package kontor.order.cart;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxTreatment;
import kontor.order.cart.CartEvent.Business;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.PriceForm;
import org.jspecify.annotations.Nullable;

/** On which terms a cart's buyer buys: with which prices, and with which VAT. */
public final class BuyerTerms {

  /** The group of customers whose prices a business gets, unless it was put into another one. */
  public static final String BUSINESS_GROUP = "b2b";

  private final Currency currency;
  private final CountryCode home;
  private final Set<CountryCode> union;
  private final Function<String, Optional<String>> groups;

  /**
   * @param home where the shop sends from and pays its VAT
   * @param union the member states of the EU
   * @param groups the group that a manager has put a customer into, by a cart's owner
   */
  public BuyerTerms(
      Currency currency,
      CountryCode home,
      Set<CountryCode> union,
      Function<String, Optional<String>> groups) {
    this.currency = currency;
    this.home = home;
    this.union = Set.copyOf(union);
    this.groups = groups;
  }

  Buyer of(OpenCart cart) {
    TaxTreatment treatment = treatment(cart);
    boolean business = cart.choices().business() != null;
    return new Buyer(
        ChannelId.SHOP,
        group(cart.owner(), business),
        treatment.exempt() ? home : cart.country(),
        currency,
        business ? PriceForm.NET : PriceForm.GROSS,
        treatment);
  }

  private @Nullable String group(String owner, boolean business) {
    Optional<String> given = OwnCarts.isCustomer(owner) ? groups.apply(owner) : Optional.empty();
    return given.orElse(business ? BUSINESS_GROUP : null);
  }

  /**
   * What leaves the EU is free of VAT; so is what goes to another member state, if the buyer is a
   * business that another member state than ours knows for VAT (§ 6a (1) no. 2, 4 UStG).
   */
  public TaxTreatment treatment(OpenCart cart) {
    if (!union.contains(cart.country())) {
      return TaxTreatment.EXPORT;
    }
    Business business = cart.choices().business();
    boolean known =
        business != null && business.vatCountry() != null && !home.equals(business.vatCountry());
    return known && !cart.country().equals(home)
        ? TaxTreatment.INTRA_COMMUNITY
        : TaxTreatment.STANDARD;
  }
}
