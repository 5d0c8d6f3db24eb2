package kontor.order.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's addresses; the first one is the default for both purposes until another is chosen.
 *
 * @param delivery id of the default for parcels
 * @param invoice id of the default for invoices
 */
public record AddressBook(
    List<SavedAddress> addresses, @Nullable String delivery, @Nullable String invoice) {

  static final AddressBook EMPTY = new AddressBook(List.of(), null, null);

  /** More than a person has, and no more than a document can hold. */
  public static final int MOST = 100;

  public AddressBook {
    addresses = List.copyOf(addresses);
  }

  public Optional<SavedAddress> find(String id) {
    return addresses.stream().filter(address -> address.id().equals(id)).findFirst();
  }

  /** Adds the address, or replaces the one with its id. */
  AddressBook put(SavedAddress wanted) {
    List<SavedAddress> all = new ArrayList<>(addresses);
    if (find(wanted.id()).isPresent()) {
      all.replaceAll(address -> address.id().equals(wanted.id()) ? wanted : address);
    } else {
      all.add(wanted);
    }
    return new AddressBook(
        all,
        Objects.requireNonNullElse(delivery, wanted.id()),
        Objects.requireNonNullElse(invoice, wanted.id()));
  }

  /** A default that goes is followed by the first one that is left. */
  AddressBook without(String id) {
    List<SavedAddress> rest = addresses.stream().filter(a -> !a.id().equals(id)).toList();
    String first = rest.isEmpty() ? null : rest.get(0).id();
    return new AddressBook(
        rest, id.equals(delivery) ? first : delivery, id.equals(invoice) ? first : invoice);
  }

  /** Makes a known address the default where it is asked for. */
  AddressBook prefer(String id, boolean forDelivery, boolean forInvoice) {
    return new AddressBook(addresses, forDelivery ? id : delivery, forInvoice ? id : invoice);
  }
}
