package kontor.connector.etsy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Offer;
import tools.jackson.databind.JsonNode;

/** Our offers as the forms that Etsy takes. */
final class EtsyDocuments {

  private static final int LONGEST_TITLE = 140;

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
    form.put("who_made", account.setting(EtsyFields.WHO_MADE));
    form.put("when_made", account.setting(EtsyFields.WHEN_MADE));
    form.put("is_supply", "false");
    form.put("type", "physical");
    form.put("taxonomy_id", account.setting(EtsyFields.TAXONOMY));
    form.put("shipping_profile_id", shippingProfile());
    form.put("readiness_state_id", readinessState());
    account.find(EtsyFields.RETURN_POLICY).ifPresent(id -> form.put("return_policy_id", id));
    return form;
  }

  Map<String, String> texts(Offer offer) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("title", title(offer));
    form.put("description", offer.description().isBlank() ? offer.title() : offer.description());
    return form;
  }

  static String title(Offer offer) {
    String title = offer.title();
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
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
