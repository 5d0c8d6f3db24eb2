package kontor.connector.amazon;

import java.util.List;
import kontor.connector.channel.AccountField;

/** What an account at Amazon has to be told. */
final class AmazonFields {

  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String SELLER = "sellerId";
  static final String MARKETPLACE = "marketplaceId";
  static final String LANGUAGE = "language";
  static final String PRODUCT_TYPE = "productType";
  static final String BRAND = "brand";
  static final String ORIGIN = "countryOfOrigin";

  static final List<AccountField> ALL =
      List.of(
          AccountField.secret(CLIENT_ID, "the application's id at Login with Amazon"),
          AccountField.secret(CLIENT_SECRET, "its secret, to be changed every 180 days"),
          AccountField.secret(REFRESH_TOKEN, "the seller's consent, one year"),
          AccountField.required(SELLER, "the seller's merchant token"),
          AccountField.optional(MARKETPLACE, "Amazon's site", "A1PA6795UKMFR9"),
          AccountField.optional(LANGUAGE, "of titles and texts", "de_DE"),
          AccountField.optional(
              PRODUCT_TYPE, "for articles without a mapping of their own", "PRODUCT"),
          AccountField.optional(BRAND, "for articles without a brand", "Generic"),
          AccountField.optional(ORIGIN, "country in which the articles were made", "DE"));

  private AmazonFields() {}
}
