package kontor.sandbox.amazon;

import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.listing.PlannedIssues;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.amazon.order.Checkout;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.amazon.pricing.Market;
import kontor.sandbox.amazon.report.Reports;
import kontor.sandbox.amazon.seller.Sellers;
import kontor.sandbox.amazon.seller.Tokens;

/** What the director of the sandbox can reach. Used inside {@link Amazon#direct} only. */
public record Backstage(
    Sellers sellers,
    Tokens tokens,
    Listings listings,
    PlannedIssues plannedIssues,
    Orders orders,
    Checkout checkout,
    Notices notices,
    Market market,
    Reports reports) {}
