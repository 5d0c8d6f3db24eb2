package kontor.order.document.adapter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import kontor.contracts.Money;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.order.document.Bill;
import kontor.order.document.Dealing;
import kontor.order.document.IssuedBill;
import kontor.order.document.Seller;
import kontor.order.document.Wording;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.ZUGFeRD.IZUGFeRDTradeSettlement;

/**
 * A bill in the terms of EN 16931, as Mustang writes it. Mustang works out the sums anew from the
 * lines' net amounts; they are those of the bill, which {@link #of} makes sure of.
 */
final class ElectronicInvoice {

  /** UN/ECE Rec. 20: one piece. */
  private static final String PIECE = "H87";

  /** UNTDID 1001. */
  private static final String INVOICE = "380";

  private static final String CREDIT_NOTE = "381";
  private static final String ONLINE_SERVICE = "68";
  private static final String UNDEFINED = "1";
  private static final int PRICE_DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;

  private final IssuedBill issued;
  private final Dealing dealing;
  private final Seller seller;
  private final Wording words;

  private ElectronicInvoice(IssuedBill issued, Dealing dealing, Seller seller) {
    this.issued = issued;
    this.dealing = dealing;
    this.seller = seller;
    this.words = Wording.in(dealing.language());
  }

  static Invoice of(IssuedBill issued, Dealing dealing, Seller seller) {
    return new ElectronicInvoice(issued, dealing, seller).write();
  }

  private Invoice write() {
    Bill bill = issued.bill();
    Invoice invoice = new Paid(settlement());
    invoice
        .setNumber(issued.number())
        .setDocumentCode(issued.isCredit() ? CREDIT_NOTE : INVOICE)
        .setIssueDate(date(issued.issuedOn()))
        .setDeliveryDate(date(bill.suppliedOn()))
        .setCurrency(bill.total().currency().getCurrencyCode())
        .setReferenceNumber(buyerReference())
        .setSellerOrderReferencedDocument(new ReferencedDocument(dealing.placed().number()))
        .setSender(InvoiceParties.seller(seller))
        .setRecipient(InvoiceParties.buyer(dealing));
    if (dealing.details().purchaseOrder() != null) {
      invoice.setBuyerOrderReferencedDocument(
          new ReferencedDocument(dealing.details().purchaseOrder()));
    }
    if (issued.bill().treatment() != null && issued.bill().treatment().exempt()) {
      // BR-IC-12: where the goods went
      invoice.setDeliveryAddress(InvoiceParties.at(dealing.deliverTo()));
    } else if (dealing.details().deliverTo() != null) {
      invoice.setDeliveryAddress(InvoiceParties.at(dealing.details().deliverTo()));
    }
    bill.corrects().stream()
        .map(ReferencedDocument::new)
        .forEach(invoice::addInvoiceReferencedDocument);
    bill.lines().forEach(line -> invoice.addItem(item(line)));
    return withPayment(invoice);
  }

  /** BT-10: the buyer's own number, or else the order's. */
  private String buyerReference() {
    String own = dealing.details().purchaseOrder();
    return own == null ? dealing.placed().number() : own;
  }

  private Invoice withPayment(Invoice invoice) {
    Money total = issued.bill().total();
    return invoice
        .setDueDate(date(open() ? seller.due(issued.issuedOn()) : issued.issuedOn()))
        .setTotalPrepaidAmount(decimal(open() ? Money.zero(total.currency()) : total))
        .setRoundingAmount(decimal(issued.bill().rounding()));
  }

  /** Whether the buyer is still to pay. */
  private boolean open() {
    return dealing.onAccount() && !issued.isCredit();
  }

  /** How the sum was or will be paid. */
  private static final class Paid extends Invoice {
    private final IZUGFeRDTradeSettlement[] settlement;

    Paid(IZUGFeRDTradeSettlement[] settlement) {
      this.settlement = settlement.clone();
    }

    @Override
    public IZUGFeRDTradeSettlement[] getTradeSettlement() {
      return settlement.clone();
    }
  }

  /**
   * To our bank account, or as UNTDID 4461 calls what was not agreed or is done; it has no word for
   * gift cards.
   */
  private IZUGFeRDTradeSettlement[] settlement() {
    if (open() && !seller.iban().isBlank()) {
      return InvoiceParties.seller(seller).getAsTradeSettlement();
    }
    String means = open() || dealing.byGiftCard() ? UNDEFINED : ONLINE_SERVICE;
    return new IZUGFeRDTradeSettlement[] {
      profile ->
          "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>"
              + means
              + "</ram:TypeCode></ram:SpecifiedTradeSettlementPaymentMeans>"
    };
  }

  private Item item(InvoiceLine line) {
    BigDecimal quantity = BigDecimal.valueOf(line.quantity().value());
    BigDecimal net = decimal(line.net());
    String name = line.sku() == null ? words.text("shipping") : line.title();
    Product product =
        new Product(name, "", PIECE, BigDecimal.valueOf(line.taxRate(), PERCENT_DECIMALS));
    if (line.sku() != null) {
      product.setSellerAssignedID(line.sku().value());
    }
    if (line.taxRate() == 0) {
      categorise(product);
    }
    return new Item(product, net.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP), quantity)
        .setLineTotalAmount(net);
  }

  /** UNTDID 5305: K within the EU, G for an export, Z for goods whose rate is nought. */
  private void categorise(Product product) {
    String reason = issued.bill().exemption().orElse("");
    if (reason.isEmpty()) {
      product.setTaxCategoryCode("Z");
    } else {
      product
          .setTaxCategoryCode(reason.equals("intra") ? "K" : "G")
          .setTaxExemptionReason(words.text(reason));
    }
  }

  static BigDecimal decimal(Money amount) {
    return new BigDecimal(amount.amount());
  }

  @SuppressWarnings("JavaUtilDate") // Mustang asks for it
  private static Date date(LocalDate day) {
    return Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  /** The VAT of all rates. */
  static BigDecimal tax(IssuedBill issued) {
    return issued.bill().taxes().stream()
        .map(TaxSum::tax)
        .map(ElectronicInvoice::decimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
