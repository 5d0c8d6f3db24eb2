package kontor.connector.listing;

/** What this service alone needs to know of a listing. */
public sealed interface ListingNote permits ListingLinked {}
