package kontor.catalog.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.edit.Expected;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.LostRaceException;
import kontor.eventstore.command.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * All products. A SKU or GTIN is claimed before the product is committed and given back after a
 * commit that no longer has it, so two products never bear the same one, wherever a crash falls.
 */
public final class Products {

  private static final int ATTEMPTS = 20;

  private final Aggregates<Product, ProductEvent> aggregates;
  private final Claims claims;

  public Products(Aggregates<Product, ProductEvent> aggregates, Claims claims) {
    this.aggregates = aggregates;
    this.claims = claims;
  }

  /** The product as the store has it now. */
  public Versioned<Product> find(ProductId id) {
    return aggregates.refresh(id.value());
  }

  /** The product that sells under this SKU, if it is on offer. */
  public Optional<Product> selling(Sku sku) {
    return claims
        .holder(Name.of(sku))
        .map(holder -> find(holder).state())
        .filter(product -> product.variant(sku).isPresent());
  }

  /**
   * Puts the product on offer in this form; repeated, it decides nothing.
   *
   * @throws Refused when a rule, another product or the author's version stands against it
   */
  public Decided<Product, ProductEvent> publish(
      ProductPublished wanted, Expected expected, Origin origin) {
    List<Fault> faults = new ArrayList<>(ProductRules.faults(wanted));
    faults.addAll(new Bundles(this).faults(wanted));
    if (!faults.isEmpty()) {
      throw Refused.faults(faults);
    }
    return change(wanted.product(), wanted.variants(), expected, origin, wanted);
  }

  /** Takes the product off sale. Its SKUs stay its own for the books; its GTINs are free. */
  public Decided<Product, ProductEvent> withdraw(ProductId id, Expected expected, Origin origin) {
    if (find(id).version() == 0) {
      throw Refused.notFound("product " + id);
    }
    return change(id, List.of(), expected, origin, null);
  }

  private Decided<Product, ProductEvent> change(
      ProductId id,
      List<Variant> variants,
      Expected expected,
      Origin origin,
      @Nullable ProductPublished wanted) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Versioned<Product> before = find(id);
      expected.check(before.version());
      if (decide(wanted, before.state()).isEmpty()) {
        return new Decided<>(before.state(), before.version(), List.of());
      }
      claim(id, variants, before.version());
      try {
        Decided<Product, ProductEvent> decided =
            aggregates.update(id.value(), origin, now -> decideOn(before.state(), wanted, now));
        release(id, before.state(), decided);
        return decided;
      } catch (Moved e) {
        // Somebody was faster: what was claimed was claimed for another version. Look again.
      }
    }
    throw new LostRaceException(new StreamId("product", id.value()), ATTEMPTS);
  }

  private static List<ProductEvent> decideOn(
      Product seen, @Nullable ProductPublished wanted, Product now) {
    if (!now.equals(seen)) {
      throw new Moved();
    }
    return decide(wanted, now);
  }

  private static List<ProductEvent> decide(@Nullable ProductPublished wanted, Product product) {
    return wanted == null
        ? ProductDecider.withdraw(product)
        : ProductDecider.publish(wanted, product);
  }

  private void claim(ProductId id, List<Variant> variants, long version) {
    Map<Name, ProductId> held = claims.take(Name.of(variants), id, version);
    if (held.isEmpty()) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      String at = "variants[" + i + "].";
      held.forEach(
          (name, holder) -> {
            if (name.isOf(variant)) {
              String value = "'" + name.value() + "' belongs to the product " + holder;
              faults.add(new Fault(at + name.kind(), value));
            }
          });
    }
    throw Refused.conflict(faults);
  }

  private void release(ProductId id, Product before, Decided<Product, ProductEvent> decided) {
    Set<Name> gone = new HashSet<>(Name.of(before.variants()));
    gone.removeAll(Name.of(decided.state().variants()));
    if (decided.state() instanceof Product.Withdrawn) {
      gone.removeIf(name -> name.kind().equals("sku"));
    }
    if (!gone.isEmpty()) {
      claims.release(gone, id, decided.version());
    }
  }

  /** The product changed between the claim and the commit. */
  private static final class Moved extends RuntimeException {
    Moved() {
      super(null, null, false, false);
    }
  }
}
