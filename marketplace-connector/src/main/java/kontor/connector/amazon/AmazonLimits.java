package kontor.connector.amazon;

import static kontor.connector.channel.CallLimit.perSecond;

import java.time.Duration;
import java.util.Map;
import kontor.connector.channel.CallLimit;

/**
 * Amazon's usage plans for what we call, by operation; the header of an answer may change a rate.
 */
final class AmazonLimits {

  static final String PUT_LISTING = "putListingsItem";
  static final String PATCH_LISTING = "patchListingsItem";
  static final String DELETE_LISTING = "deleteListingsItem";
  static final String SEARCH_LISTINGS = "searchListingsItems";
  static final String GET_PRODUCT_TYPE = "getDefinitionsProductType";
  static final String SEARCH_ORDERS = "searchOrders";
  static final String GET_ORDER = "getOrder";
  static final String CONFIRM_SHIPMENT = "confirmShipment";
  static final String CREATE_FEED_DOCUMENT = "createFeedDocument";
  static final String CREATE_FEED = "createFeed";
  static final String GET_FEED = "getFeed";
  static final String GET_FEEDS = "getFeeds";
  static final String CREATE_REPORT = "createReport";
  static final String GET_REPORT = "getReport";
  static final String GET_REPORTS = "getReports";
  static final String GET_REPORT_DOCUMENT = "getReportDocument";
  static final String GET_FEED_DOCUMENT = "getFeedDocument";

  static final String GET_SUBSCRIPTION = "getSubscription";
  static final String CREATE_SUBSCRIPTION = "createSubscription";
  static final String DELETE_SUBSCRIPTION = "deleteSubscriptionById";
  static final String GET_DESTINATIONS = "getDestinations";
  static final String CREATE_DESTINATION = "createDestination";

  static final String LISTING_OFFERS = "getListingOffersBatch";

  /** Not Amazon's name: submissions of listings, of which there may be five in five minutes. */
  static final String LISTINGS_FEED = "listingsFeed";

  static final Map<String, CallLimit> ALL =
      Map.ofEntries(
          Map.entry(PUT_LISTING, perSecond(5, 5)),
          Map.entry(PATCH_LISTING, perSecond(5, 5)),
          Map.entry(DELETE_LISTING, perSecond(5, 5)),
          Map.entry(SEARCH_LISTINGS, perSecond(5, 5)),
          Map.entry(GET_PRODUCT_TYPE, perSecond(5, 5)),
          Map.entry(LISTING_OFFERS, new CallLimit(Duration.ofSeconds(2), 1)),
          Map.entry(GET_SUBSCRIPTION, perSecond(1, 5)),
          Map.entry(CREATE_SUBSCRIPTION, perSecond(1, 5)),
          Map.entry(DELETE_SUBSCRIPTION, perSecond(1, 5)),
          Map.entry(GET_DESTINATIONS, perSecond(1, 5)),
          Map.entry(CREATE_DESTINATION, perSecond(1, 5)),
          Map.entry(SEARCH_ORDERS, new CallLimit(Duration.ofMinutes(3), 20)),
          Map.entry(GET_ORDER, new CallLimit(Duration.ofSeconds(2), 30)),
          Map.entry(CONFIRM_SHIPMENT, perSecond(2, 10)),
          Map.entry(CREATE_FEED_DOCUMENT, new CallLimit(Duration.ofSeconds(2), 15)),
          Map.entry(CREATE_FEED, new CallLimit(Duration.ofMinutes(2), 15)),
          Map.entry(GET_FEED, perSecond(2, 15)),
          Map.entry(GET_FEED_DOCUMENT, new CallLimit(Duration.ofSeconds(45), 10)),
          Map.entry(GET_FEEDS, new CallLimit(Duration.ofSeconds(45), 10)),
          Map.entry(CREATE_REPORT, new CallLimit(Duration.ofMinutes(1), 15)),
          Map.entry(GET_REPORT, perSecond(2, 15)),
          Map.entry(GET_REPORTS, new CallLimit(Duration.ofSeconds(45), 10)),
          Map.entry(GET_REPORT_DOCUMENT, new CallLimit(Duration.ofMinutes(1), 15)));

  static final Map<String, CallLimit> OWN =
      Map.of(LISTINGS_FEED, new CallLimit(Duration.ofMinutes(1), 5));

  private AmazonLimits() {}
}
