package kontor.connector.etsy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Shortened;
import tools.jackson.databind.JsonNode;

/** Our offers as the forms that Etsy takes. */
final class EtsyDocuments {

  private final Account account;
  private final EtsyClient client;
  private Optional<String> shippingProfile;
  private Optional<String> readinessState;

  EtsyDocuments(Account account, EtsyClient client) {
    this.account = account;
    this.client = client;
    shippingProfile = account.find(EtsyFields.SHIPPING_PROFILE);
    readinessState = account.find(EtsyFields.READINESS_STATE);
  }

  /** A draft; its quantity is put right before it goes on sale. */
  Map<String, String> draft(Offer offer) {
    Map<String, String> form = texts(offer);
    form.put("quantity", "1");
    form.put("price", offer.price().amount());
    form.putIfAbsent("who_made", account.setting(EtsyFields.WHO_MADE));
    form.putIfAbsent("when_made", account.setting(EtsyFields.WHEN_MADE));
    form.put("is_supply", "false");
    form.put("type", "physical");
    form.putIfAbsent("taxonomy_id", account.setting(EtsyFields.TAXONOMY));
    form.put("shipping_profile_id", shippingProfile());
    form.put("readiness_state_id", readinessState());
    account.find(EtsyFields.RETURN_POLICY).ifPresent(id -> form.put("return_policy_id", id));
    return form;
  }

  /** Several values of an attribute go as one text, parted by commas. */
  Map<String, String> texts(Offer offer) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("title", title(offer));
    form.put("description", offer.text());
    offer.placement().category().ifPresent(node -> form.put("taxonomy_id", node));
    offer
        .placement()
        .attributes()
        .forEach((name, values) -> form.put(name, String.join(",", values)));
    return form;
  }

  static String title(Offer offer) {
    return Shortened.atWord(offer.title(), EtsyTypes.LONGEST_TITLE);
  }

  private synchronized String shippingProfile() {
    shippingProfile = shippingProfile.or(() -> first("/shipping-profiles", "shipping_profile_id"));
    return shippingProfile.orElseThrow(
        () -> EtsyInventory.refused("the shop has no shipping profile"));
  }

  private synchronized String readinessState() {
    readinessState =
        readinessState.or(() -> first("/readiness-state-definitions", "readiness_state_id"));
    return readinessState.orElseThrow(
        () -> EtsyInventory.refused("the shop has no processing profile"));
  }

  private Optional<String> first(String path, String field) {
    JsonNode all = client.get("/shops/" + account.setting(EtsyFields.SHOP) + path);
    return Optional.of(all.path("results").path(0).path(field).asString(""))
        .filter(id -> !id.isEmpty());
  }
}
