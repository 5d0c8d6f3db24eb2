package kontor.connector.sale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.DueRequest.Ask;
import kontor.contracts.OrderId;

/** Where it is kept what marketplaces are still to carry out, and how far they have come. */
public interface DueRequests {

  /** Keeps it, if the order is a sale on a marketplace; what is kept already stays as it is. */
  void note(OrderId order, Ask ask);

  /** Keeps what came back, for the refund that follows. */
  void noteReturn(OrderId order, String rma, Map<Integer, Integer> units);

  /** Empty where that return is not known. */
  Map<Integer, Integer> returned(OrderId order, String rma);

  /** In the order in which they were decided. */
  List<DueRequest> of(MarketplaceChannel channel);

  /** As it is now; if it is settled already, nothing is kept. */
  void put(MarketplaceChannel channel, DueRequest request);

  void settled(MarketplaceChannel channel, DueRequest request);

  /** The refunds of an account that lie in one file, until each has its own ticket. */
  Optional<OpenFile> openFile(MarketplaceChannel channel);

  /** As it is now, whole or not at all; there is one at most. */
  void putFile(MarketplaceChannel channel, OpenFile file);

  void closeFile(MarketplaceChannel channel);
}
