package kontor.order.document.adapter;

import kontor.order.document.Dealing;
import kontor.order.document.Recipient;
import kontor.order.document.Seller;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.TradeParty;

/** Who sells, who buys and where the goods go, in the terms of EN 16931. */
final class InvoiceParties {

  private InvoiceParties() {}

  static TradeParty seller(Seller seller) {
    TradeParty party =
        new TradeParty(
            seller.name(),
            seller.street(),
            seller.postalCode(),
            seller.city(),
            seller.country().value());
    party.setContact(new Contact(seller.contact(), seller.phone(), seller.email()));
    party.setEmail(seller.email());
    if (!seller.vatId().isBlank()) {
      party.addVATID(seller.vatId());
    }
    if (!seller.taxNumber().isBlank()) {
      party.addTaxID(seller.taxNumber());
    }
    if (!seller.iban().isBlank()) {
      party.addBankDetails(
          seller.bic().isBlank()
              ? new BankDetails(seller.iban())
              : new BankDetails(seller.iban(), seller.bic()));
    }
    return party;
  }

  static TradeParty buyer(Dealing dealing) {
    Recipient buyer = dealing.recipient();
    TradeParty party = at(buyer);
    if (dealing.details().vatId() != null) {
      party.addVATID(dealing.details().vatId());
    }
    if (buyer.email() != null) {
      party.setEmail(buyer.email());
      party.setContact(new Contact(buyer.name(), null, buyer.email()));
    }
    return party;
  }

  static TradeParty at(Recipient to) {
    TradeParty party =
        new TradeParty(to.party(), to.street(), to.postalCode(), to.city(), to.country().value());
    if (to.street2() != null) {
      party.setAdditionalAddress(to.street2());
    }
    return party;
  }
}
