package kontor.connector.listing;

import kontor.contracts.EventType;

/**
 * The marketplace knows our article under this handle, with this content.
 *
 * @param content fingerprint of title, text and pictures
 */
@EventType("kontor.listing.linked.v1")
public record ListingLinked(String offerId, String content) implements ListingNote {}
