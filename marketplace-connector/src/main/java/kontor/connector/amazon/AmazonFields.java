package kontor.connector.amazon;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.AccountField;

/** What an account at Amazon has to be told. */
final class AmazonFields {

  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String REFRESH_TOKEN = "refreshToken";
  static final String QUEUE_KEY_ID = "queueKeyId";
  static final String QUEUE_KEY = "queueKey";
  static final String QUEUE_URL = "queueUrl";
  static final String QUEUE_REGION = "queueRegion";
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
          new AccountField(
              QUEUE_KEY_ID,
              "access key of an AWS user who may receive from the queue and delete in it",
              true,
              Optional.of("")),
          new AccountField(QUEUE_KEY, "the secret of that access key", true, Optional.of("")),
          AccountField.required(SELLER, "the seller's merchant token"),
          AccountField.optional(MARKETPLACE, "Amazon's site", "A1PA6795UKMFR9"),
          AccountField.optional(LANGUAGE, "of titles and texts", "de_DE"),
          AccountField.optional(
              PRODUCT_TYPE, "for articles without a mapping of their own", "PRODUCT"),
          AccountField.optional(BRAND, "for articles without a brand", "Generic"),
          AccountField.optional(ORIGIN, "country in which the articles were made", "DE"),
          AccountField.optional(
              QUEUE_URL,
              "address of a queue at Amazon SQS that Amazon may write to; without it changes are"
                  + " found by asking only",
              ""),
          AccountField.optional(QUEUE_REGION, "where that queue is", "eu-west-1"));

  private AmazonFields() {}
}
