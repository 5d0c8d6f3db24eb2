package kontor.order.customer.adapter;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.order.customer.AddressBook;
import kontor.order.customer.Consent;
import kontor.order.customer.ConsentBook;
import kontor.order.customer.Customer;
import kontor.order.customer.EmailAddress;
import kontor.order.customer.Profile;
import kontor.order.customer.SavedAddress;
import kontor.order.document.Language;
import org.bson.Document;

/** How a customer lies in the store. */
final class CustomerDocuments {

  static final String EMAIL_KEY = "emailKey";
  static final String WORDS = "words";

  private CustomerDocuments() {}

  static Document write(Customer customer) {
    Profile profile = customer.profile();
    return new Document("_id", customer.id().value())
        .append("version", customer.version())
        .append("number", customer.number())
        .append("email", profile.email().value())
        .append(EMAIL_KEY, profile.email().normalised())
        .append(WORDS, words(customer))
        .append("name", profile.name())
        .append("company", profile.company())
        .append("phone", profile.phone())
        .append("vatId", profile.vatId())
        .append("language", profile.language().code())
        .append(
            "addresses",
            customer.addresses().addresses().stream().map(CustomerDocuments::address).toList())
        .append("delivery", customer.addresses().delivery())
        .append("invoice", customer.addresses().invoice())
        .append(
            "consents",
            customer.consents().history().stream().map(CustomerDocuments::consent).toList())
        .append("group", customer.group())
        .append("password", customer.passwordHash())
        .append("sessionsFrom", Date.from(customer.sessionsFrom()))
        .append("registeredAt", Date.from(customer.registeredAt()));
  }

  /** What a search looks in; small letters. */
  private static String words(Customer customer) {
    Profile profile = customer.profile();
    return Stream.of(
            customer.number(), profile.name(), profile.company(), profile.email().normalised())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  static Customer read(Document stored) {
    return new Customer(
        new CustomerId(stored.getString("_id")),
        stored.getLong("version"),
        stored.getString("number"),
        profile(stored),
        new AddressBook(
            stored.getList("addresses", Document.class).stream()
                .map(CustomerDocuments::address)
                .toList(),
            stored.getString("delivery"),
            stored.getString("invoice")),
        new ConsentBook(consents(stored)),
        stored.getString("group"),
        stored.getString("password"),
        moment(stored, "sessionsFrom"),
        moment(stored, "registeredAt"));
  }

  private static Profile profile(Document stored) {
    return new Profile(
        new EmailAddress(stored.getString("email")),
        stored.getString("name"),
        stored.getString("company"),
        stored.getString("phone"),
        stored.getString("vatId"),
        Language.find(stored.getString("language")).orElse(Language.GERMAN));
  }

  private static Document address(SavedAddress address) {
    return new Document("id", address.id())
        .append("name", address.name())
        .append("company", address.company())
        .append("street", address.street())
        .append("postalCode", address.postalCode())
        .append("city", address.city())
        .append("country", address.country().value());
  }

  private static SavedAddress address(Document stored) {
    return new SavedAddress(
        stored.getString("id"),
        stored.getString("name"),
        stored.getString("company"),
        stored.getString("street"),
        stored.getString("postalCode"),
        stored.getString("city"),
        new CountryCode(stored.getString("country")));
  }

  private static Document consent(Consent consent) {
    return new Document("purpose", consent.purpose().name())
        .append("state", consent.state().name())
        .append("at", Date.from(consent.at()))
        .append("textVersion", consent.textVersion());
  }

  private static List<Consent> consents(Document stored) {
    return stored.getList("consents", Document.class).stream()
        .map(
            one ->
                new Consent(
                    Consent.Purpose.valueOf(one.getString("purpose")),
                    Consent.State.valueOf(one.getString("state")),
                    moment(one, "at"),
                    one.getString("textVersion")))
        .toList();
  }

  private static Instant moment(Document stored, String field) {
    return stored.getDate(field).toInstant();
  }
}
