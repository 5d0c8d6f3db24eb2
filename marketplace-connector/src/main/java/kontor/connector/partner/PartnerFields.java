package kontor.connector.partner;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.AccountField;

/** What an account at a partner has to be told; all of it is data, a partner is no code. */
final class PartnerFields {

  static final String BASE_URL = "baseUrl";
  static final String USER = "user";
  static final String KEY_HEADER = "keyHeader";
  static final String SEPARATOR = "separator";
  static final String DECIMAL_MARK = "decimalMark";
  static final String PICTURE_URL = "pictureUrl";
  static final String KEY = "key";

  static final List<AccountField> ALL =
      List.of(
          AccountField.required(BASE_URL, "address that orders.csv and the others stand below"),
          new AccountField(KEY, "password or API key", true, Optional.empty()),
          AccountField.optional(USER, "name for Basic auth; empty: the key goes in a header", ""),
          AccountField.optional(KEY_HEADER, "header of the API key", "X-Api-Key"),
          AccountField.optional(SEPARATOR, "between cells: semicolon or comma", "semicolon"),
          AccountField.optional(DECIMAL_MARK, "of amounts: comma or point", "comma"),
          AccountField.optional(
              PICTURE_URL, "our public address, put before pictures that have none", ""));

  private PartnerFields() {}
}
