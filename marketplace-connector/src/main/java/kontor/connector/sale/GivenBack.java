package kontor.connector.sale;

import java.util.Map;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;

/**
 * Whether a report gives units back that a sale took. A marketplace counts both by itself. If we
 * hear of both at once our own quantity may be again what we sent last, and nothing would be sent,
 * though nobody knows what the marketplace shows.
 */
final class GivenBack {

  private GivenBack() {}

  static boolean by(ReportedOrder report, Sale known) {
    if (report.state() == State.CANCELLED) {
      return !(known instanceof Sale.Cancelled || known instanceof Sale.Lapsed);
    }
    Map<String, Integer> before = known.told().cancelled();
    return report.afterwards().cancelledUnits().entrySet().stream()
        .anyMatch(line -> line.getValue() > before.getOrDefault(line.getKey(), 0));
  }
}
