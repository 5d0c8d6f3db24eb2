package kontor.connector.content;

import kontor.contracts.EventType;
import kontor.contracts.Sku;

/**
 * What the manager decides for one account at a marketplace: categories, texts, pictures, and
 * whether an article is to stand there. Stays in this service.
 */
public sealed interface ContentEvent {

  /** Our category is this one there, from now on. */
  @EventType("kontor.channel-content.category-mapped.v1")
  record CategoryMapped(CategoryMapping mapping) implements ContentEvent {}

  /** Our category has no mapping of its own any more. */
  @EventType("kontor.channel-content.mapping-removed.v1")
  record MappingRemoved(String category) implements ContentEvent {}

  /** This is said of it there, in place of what was said before. */
  @EventType("kontor.channel-content.written.v1")
  record ContentWritten(Subject subject, ChannelContent content) implements ContentEvent {}

  /** The article is to stand there from now on, to pause, or to be taken off. */
  @EventType("kontor.channel-content.presence-chosen.v1")
  record PresenceChosen(Sku sku, Presence presence) implements ContentEvent {}

  /**
   * A listing that was made without us is this article's from now on.
   *
   * @param there the SKU that it has and keeps there
   */
  @EventType("kontor.channel-content.listing-adopted.v1")
  record ListingAdopted(Sku sku, Sku there) implements ContentEvent {}
}
