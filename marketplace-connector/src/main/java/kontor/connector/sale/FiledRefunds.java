package kontor.connector.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Progress;
import kontor.connector.channel.RefundFiles;
import kontor.connector.channel.RefundFiles.Asked;
import kontor.connector.channel.RefundFiles.Prepared;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;

/**
 * Brings refunds together in a file where a marketplace takes files. Which refunds a file has is
 * kept in one write before it is submitted, and the next file is begun when each of them has its
 * ticket: so whoever goes on after a crash neither leaves a refund out nor has it in two files.
 */
final class FiledRefunds {

  private static final char PART = '#';

  private final MarketplaceChannel channel;
  private final RefundFiles files;
  private final Function<String, Sale> sales;
  private final DueRequests requests;

  /**
   * @param sales by the marketplace's id
   */
  FiledRefunds(
      MarketplaceChannel channel,
      RefundFiles files,
      Function<String, Sale> sales,
      DueRequests requests) {
    this.channel = channel;
    this.files = files;
    this.sales = sales;
    this.requests = requests;
  }

  /** How far the marketplace is with one of them, by the ticket that it got here. */
  static Progress progress(RefundFiles files, String ticket) {
    int part = ticket.lastIndexOf(PART);
    return files.paidBack(ticket.substring(0, part), ticket.substring(part + 1))
        ? new Progress.Done()
        : new Progress.Working(ticket);
  }

  /**
   * Goes on with the open file, or begins one.
   *
   * @param all that is due
   * @param waiting those of it for the next file
   * @param park told of those that a person has to see to, and why
   */
  void run(List<DueRequest> all, List<DueRequest> waiting, BiConsumer<DueRequest, String> park) {
    Optional<OpenFile> file = requests.openFile(channel).or(() -> prepare(waiting, park));
    if (file.isPresent()) {
      List<DueRequest> its =
          all.stream().filter(due -> file.get().parts().containsKey(due.name())).toList();
      submit(file.get(), its, park);
    }
  }

  private Optional<OpenFile> prepare(
      List<DueRequest> waiting, BiConsumer<DueRequest, String> park) {
    List<String> names = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (DueRequest due : waiting) {
      Sale sale = sales.apply(due.externalId());
      Optional<MarketplaceOrderReceived> received =
          Sale.received(sale)
              .filter(order -> !sale.told().confirmed().contains(Told.refund(due.ask().name())));
      if (received.isPresent() && asked.size() < files.mostInFile()) {
        SaleLines lines = new SaleLines(received.get());
        lines
            .onLines(lines.refund((PayBack) due.ask()))
            .ifPresentOrElse(
                refund -> {
                  names.add(due.name());
                  asked.add(new Asked(due.externalId(), refund));
                },
                () -> park.accept(due, "no line of the sale costs as much: pay it back by hand"));
      }
    }
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Prepared prepared = files.prepare(asked);
    Map<String, String> parts = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), prepared.parts().get(i));
    }
    OpenFile file = new OpenFile(prepared.ticket(), Optional.empty(), parts);
    requests.putFile(channel, file);
    return Optional.of(file);
  }

  private void submit(OpenFile file, List<DueRequest> its, BiConsumer<DueRequest, String> park) {
    Optional<String> submission;
    try {
      submission = file.submission().or(() -> files.submit(file.ticket()));
    } catch (ChannelException e) {
      if (e.kind() != ChannelException.Kind.REFUSED) {
        throw e;
      }
      its.forEach(due -> park.accept(due, String.valueOf(e.getMessage())));
      requests.closeFile(channel);
      return;
    }
    if (submission.isEmpty()) {
      return;
    }
    requests.putFile(channel, file.submitted(submission.get()));
    for (DueRequest due : its) {
      String ticket = submission.get() + PART + file.parts().get(due.name());
      requests.put(channel, due.with(Optional.of(ticket), false));
    }
    requests.closeFile(channel);
  }
}
