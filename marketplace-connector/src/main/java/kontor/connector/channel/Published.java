package kontor.connector.channel;

/**
 * Where an offer is on the marketplace.
 *
 * @param offerId for changing it
 * @param listingId for the buyer
 */
public record Published(String offerId, String listingId) {}
