package kontor.connector.channel;

import java.util.EnumSet;
import java.util.Set;

/** What not every marketplace can do, for those who want to see it in a list. */
public enum Capability {
  CONFIRMS_LATER(Submissions.class),
  REPORTS_LISTINGS(ListingReports.class),
  SAYS_WHAT_IS_REQUIRED(ProductTypes.class),
  ENDS_LISTINGS(Endings.class),
  CANCELS(Cancellations.class),
  REFUNDS(PaysBack.class),
  REPORTS_RETURNS(ReturnReports.class),
  REPORTS_FEES(FeeReports.class),
  SHOWS_COMPETITORS(CompetitorOffers.class),
  TELLS_CHANGES(Hints.class);

  private final Class<?> shownBy;

  Capability(Class<?> shownBy) {
    this.shownBy = shownBy;
  }

  public static Set<Capability> of(MarketplaceChannel channel) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    for (Capability capability : values()) {
      if (capability.shownBy.isInstance(channel)) {
        all.add(capability);
      }
    }
    return all;
  }
}
