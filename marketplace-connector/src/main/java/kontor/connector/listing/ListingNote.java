package kontor.connector.listing;

import kontor.contracts.EventType;

/** What this service alone needs to know of a listing. */
public sealed interface ListingNote {

  /**
   * The marketplace knows our article under this handle, with this content.
   *
   * @param content fingerprint of title, text and pictures
   */
  @EventType("kontor.listing.linked.v1")
  record ListingLinked(String offerId, String content) implements ListingNote {}

  /**
   * The marketplace has taken note of a change and will say later what became of it.
   *
   * @param submission what it is asked by then
   */
  @EventType("kontor.listing.submitted.v1")
  record ListingSubmitted(String submission) implements ListingNote {}
}
