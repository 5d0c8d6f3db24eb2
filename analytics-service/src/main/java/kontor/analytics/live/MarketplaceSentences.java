package kontor.analytics.live;

import kontor.contracts.listing.ListingEvent;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.marketplace.AfterSaleEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.contracts.price.ChannelPriceEvent.PriceProposal;
import kontor.contracts.price.ChannelPriceEvent.ProposalState;

/** What marketplaces show and say. */
final class MarketplaceSentences {

  private final Words words;
  private final AfterSaleSentences later;

  MarketplaceSentences(Words words) {
    this.words = words;
    later = new AfterSaleSentences(words);
  }

  Sentence tell(ListingEvent event) {
    if (event instanceof ListingChanged e) {
      return listing(e);
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  Sentence tell(ChannelPriceEvent event) {
    if (event instanceof ChannelPriceChanged e) {
      return price(e);
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private Sentence price(ChannelPriceChanged event) {
    Sentence channel = words.channel(event.channel());
    PriceProposal proposal = event.proposal();
    if (proposal != null && proposal.state() == ProposalState.OPEN) {
      Sentence proposed = Words.money(proposal.price());
      return new Sentence(
          proposed.english() + " proposed for " + event.sku() + " on " + channel.english(),
          proposed.german() + " vorgeschlagen für " + event.sku() + " bei " + channel.german());
    }
    var price = event.price();
    if (price == null) {
      return new Sentence(
          "The shop's price holds for " + event.sku() + " on " + channel.english(),
          "Für " + event.sku() + " gilt bei " + channel.german() + " der Preis des Shops");
    }
    Sentence amount = Words.money(price);
    return new Sentence(
        event.sku() + " costs " + amount.english() + " on " + channel.english(),
        event.sku() + " kostet bei " + channel.german() + " " + amount.german());
  }

  private Sentence listing(ListingChanged event) {
    Sentence channel = words.channel(event.channel());
    String sku = event.sku().value();
    return switch (event.status()) {
      case LIVE -> live(event, channel);
      case DRAFT -> draft(event, channel);
      case SUBMITTED ->
          new Sentence(
              channel.english() + " has taken note of " + sku + " and will check it",
              channel.german() + " hat " + sku + " entgegengenommen und prüft");
      case PAUSED ->
          new Sentence(
              sku + " pauses on " + channel.english(), sku + " pausiert bei " + channel.german());
      case ENDED ->
          new Sentence(
              channel.english() + " no longer lists " + sku,
              channel.german() + " bietet " + sku + " nicht mehr an");
      case ISSUE ->
          new Sentence(
              channel.english() + " objects to " + sku + ": " + Words.joined(event.issues()),
              channel.german() + " beanstandet " + sku + ": " + Words.joined(event.issues()));
    };
  }

  /** What a draft's issues say is missing before it can be sent. */
  private static Sentence draft(ListingChanged event, Sentence channel) {
    String sku = event.sku().value();
    return event.issues().isEmpty()
        ? new Sentence(
            sku + " is being listed on " + channel.english(),
            sku + " wird bei " + channel.german() + " eingestellt")
        : new Sentence(
            sku + " cannot go to " + channel.english() + " yet: " + Words.joined(event.issues()),
            sku
                + " fehlt noch etwas für "
                + channel.german()
                + ": "
                + Words.joined(event.issues()));
  }

  private static Sentence live(ListingChanged event, Sentence channel) {
    var price = event.price();
    Sentence at = price == null ? new Sentence("", "") : Words.money(price);
    var quantity = event.quantity();
    String count = quantity == null ? "" : ", " + quantity;
    return new Sentence(
        channel.english()
            + " lists "
            + event.sku()
            + (price == null ? "" : " at " + at.english())
            + (count.isEmpty() ? "" : count + " available"),
        channel.german()
            + " bietet "
            + event.sku()
            + (price == null ? "" : " für " + at.german())
            + " an"
            + (count.isEmpty() ? "" : count + " verfügbar"));
  }

  Sentence tell(MarketplaceOrderEvent event) {
    Sentence channel = words.channel(event.channel());
    String id = event.externalId();
    if (event instanceof AfterSaleEvent e) {
      return later.tell(e);
    }
    if (event instanceof MarketplaceOrderAwaited) {
      return new Sentence(
          "Bought on " + channel.english() + " and not paid yet: " + id,
          "Gekauft bei " + channel.german() + " und noch nicht bezahlt: " + id);
    }
    if (event instanceof MarketplaceOrderLapsed) {
      return new Sentence(
          "The sale " + id + " on " + channel.english() + " was never paid and has ended",
          "Der Verkauf " + id + " bei " + channel.german() + " wurde nie bezahlt und ist beendet");
    }
    if (event instanceof FulfilledThere e) {
      Sentence sum = Words.money(e.total());
      return new Sentence(
          channel.english() + " sold and ships " + id + ", " + sum.english(),
          channel.german() + " hat " + id + " verkauft und versendet es, " + sum.german());
    }
    if (event instanceof MarketplaceOrderReceived e) {
      Sentence sum = Words.money(e.total());
      return new Sentence(
          "Sold on " + channel.english() + ": " + id + ", " + sum.english(),
          "Verkauft bei " + channel.german() + ": " + id + ", " + sum.german());
    }
    if (event instanceof MarketplaceOrderCancelled) {
      return new Sentence(
          channel.english() + " cancelled the sale " + id,
          channel.german() + " hat den Verkauf " + id + " storniert");
    }
    if (event instanceof ShipmentConfirmed e) {
      String order = words.order(e.order());
      return new Sentence(
          channel.english() + " knows that order " + order + " is shipped",
          channel.german() + " weiß vom Versand der Bestellung " + order);
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }
}
