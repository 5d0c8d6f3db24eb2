package kontor.connector.etsy;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.AccountField;

/** What an account at Etsy has to be told. */
final class EtsyFields {

  static final String KEYSTRING = "keystring";
  static final String SHARED_SECRET = "sharedSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String SHOP = "shopId";
  static final String TAXONOMY = "taxonomyId";
  static final String SHIPPING_PROFILE = "shippingProfileId";
  static final String READINESS_STATE = "readinessStateId";
  static final String RETURN_POLICY = "returnPolicyId";
  static final String WHO_MADE = "whoMade";
  static final String WHEN_MADE = "whenMade";

  static final List<AccountField> ALL =
      List.of(
          AccountField.secret(KEYSTRING, "the application's keystring at Etsy"),
          AccountField.secret(SHARED_SECRET, "its shared secret"),
          new AccountField(
              REFRESH_TOKEN,
              "the seller's consent, 90 days from its last use; may be given in the browser later",
              true,
              Optional.of("")),
          AccountField.required(SHOP, "the number of the shop"),
          AccountField.optional(
              TAXONOMY, "node of the seller taxonomy for articles without a mapping", "891"),
          AccountField.optional(SHIPPING_PROFILE, "else the shop's first", ""),
          AccountField.optional(
              READINESS_STATE, "the processing profile, else the shop's first", ""),
          AccountField.optional(RETURN_POLICY, "where the shop has several", ""),
          AccountField.optional(
              WHO_MADE, "who made the articles: i_did, someone_else, collective", "someone_else"),
          AccountField.optional(
              WHEN_MADE, "when, such as made_to_order or 2020_2026", "made_to_order"));

  private EtsyFields() {}
}
