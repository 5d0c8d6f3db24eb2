package kontor.connector.ebay;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.AccountField;

/** What an account at eBay has to be told. */
final class EbayFields {

  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String SIGNING_KEY = "signingKey";
  static final String SIGNING_JWE = "signingJwe";
  static final String MARKETPLACE = "marketplaceId";
  static final String LANGUAGE = "language";
  static final String LOCATION = "location";
  static final String CATEGORY = "category";
  static final String FULFILLMENT_POLICY = "fulfillmentPolicy";
  static final String PAYMENT_POLICY = "paymentPolicy";
  static final String RETURN_POLICY = "returnPolicy";

  static final List<AccountField> ALL =
      List.of(
          AccountField.secret(CLIENT_ID, "the application's id at eBay's developer programme"),
          AccountField.secret(CLIENT_SECRET, "its secret"),
          AccountField.secret(REFRESH_TOKEN, "the seller's consent"),
          new AccountField(
              SIGNING_KEY,
              "Ed25519 key (PKCS 8, base64) that calls which move money are signed with; needed in"
                  + " the EU and the UK to cancel and pay back",
              true,
              Optional.of("")),
          new AccountField(
              SIGNING_JWE, "its public half as eBay has sealed it", true, Optional.of("")),
          AccountField.optional(MARKETPLACE, "eBay's site", "EBAY_DE"),
          AccountField.optional(LANGUAGE, "of titles and texts", "de-DE"),
          AccountField.optional(LOCATION, "key of the place that goods go out from", "kontor-main"),
          AccountField.optional(
              CATEGORY, "leaf category for articles without a mapping of their own", "20490"),
          AccountField.optional(
              FULFILLMENT_POLICY, "id of the shipping policy", "kontor-fulfillment"),
          AccountField.optional(PAYMENT_POLICY, "id of the payment policy", "kontor-payment"),
          AccountField.optional(RETURN_POLICY, "id of the return policy", "kontor-return"));

  private EbayFields() {}
}
