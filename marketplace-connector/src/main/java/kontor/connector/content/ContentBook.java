package kontor.connector.content;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kontor.connector.content.ContentEvent.CategoryMapped;
import kontor.connector.content.ContentEvent.ContentWritten;
import kontor.connector.content.ContentEvent.ListingAdopted;
import kontor.connector.content.ContentEvent.MappingRemoved;
import kontor.connector.content.ContentEvent.PresenceChosen;
import kontor.connector.content.Presence.Step;
import kontor.contracts.Sku;

/**
 * All that the manager decided for one account at a marketplace, and the rules of deciding it.
 *
 * @param mappings by our category
 * @param contents by {@link Subject#key()}
 * @param presences by SKU, of articles that are not simply offered
 * @param names by our SKU, what an article that was adopted is called there
 * @param owners the other way round
 */
public record ContentBook(
    Map<String, CategoryMapping> mappings,
    Chunks<ChannelContent> contents,
    Chunks<Presence> presences,
    Chunks<Sku> names,
    Chunks<Sku> owners) {

  /** Nothing is decided: everything is as the account's settings say. */
  public static final ContentBook EMPTY =
      new ContentBook(Map.of(), Chunks.empty(), Chunks.empty(), Chunks.empty(), Chunks.empty());

  public ContentBook {
    mappings = Map.copyOf(mappings);
  }

  /** In the order of our categories. */
  public List<CategoryMapping> allMappings() {
    return List.copyOf(new TreeMap<>(mappings).values());
  }

  /** The mapping of the longest path that covers one of the article's categories. */
  public Optional<CategoryMapping> mapping(List<String> categories) {
    return mappings.values().stream()
        .filter(mapping -> categories.stream().anyMatch(mapping::covers))
        .max(
            Comparator.comparingInt((CategoryMapping one) -> one.category().length())
                .thenComparing(CategoryMapping::category, Comparator.reverseOrder()));
  }

  /** What is written for it; nothing is written for most. */
  public ChannelContent content(Subject subject) {
    return contents.find(subject.key()).orElse(ChannelContent.NONE);
  }

  /** What is so already is no news. */
  public List<ContentEvent> map(CategoryMapping mapping) {
    return mapping.equals(mappings.get(mapping.category()))
        ? List.of()
        : List.of(new CategoryMapped(mapping));
  }

  public List<ContentEvent> unmap(String category) {
    return mappings.containsKey(category) ? List.of(new MappingRemoved(category)) : List.of();
  }

  /** Replaces what was written before; {@link ChannelContent#NONE} takes it back. */
  public List<ContentEvent> write(Subject subject, ChannelContent content) {
    return content.equals(content(subject))
        ? List.of()
        : List.of(new ContentWritten(subject, content));
  }

  public Presence presence(Sku sku) {
    return presences.find(sku.value()).orElse(Presence.OFFERED);
  }

  /** Why a step cannot be done; empty when it can. */
  public Optional<String> objection(Sku sku, Step step) {
    return Optional.of(step.objection(presence(sku))).filter(why -> !why.isEmpty());
  }

  /** What is so already is no news. */
  public List<ContentEvent> choose(Sku sku, Presence presence) {
    return presence == presence(sku) ? List.of() : List.of(new PresenceChosen(sku, presence));
  }

  /** What our article is called there. */
  public Sku there(Sku ours) {
    return names.find(ours.value()).orElse(ours);
  }

  /** Which article of ours is called so there. */
  public Sku ours(Sku there) {
    return owners.find(there.value()).orElse(there);
  }

  /** What is so already is no news. */
  public List<ContentEvent> adopt(Sku sku, Sku there) {
    boolean known = names.find(sku.value()).filter(there::equals).isPresent();
    return known ? List.of() : List.of(new ListingAdopted(sku, there));
  }

  /** Never refuses: it happened. */
  public ContentBook evolve(ContentEvent event) {
    if (event instanceof CategoryMapped e) {
      Map<String, CategoryMapping> changed = new TreeMap<>(mappings);
      changed.put(e.mapping().category(), e.mapping());
      return with(changed, contents, presences);
    }
    if (event instanceof MappingRemoved e) {
      Map<String, CategoryMapping> changed = new TreeMap<>(mappings);
      changed.remove(e.category());
      return with(changed, contents, presences);
    }
    if (event instanceof ContentWritten e) {
      String key = e.subject().key();
      return with(
          mappings,
          e.content().equals(ChannelContent.NONE)
              ? contents.without(key)
              : contents.with(key, e.content()),
          presences);
    }
    if (event instanceof PresenceChosen e) {
      String sku = e.sku().value();
      boolean offered = e.presence() == Presence.OFFERED;
      return with(
          mappings, contents, offered ? presences.without(sku) : presences.with(sku, e.presence()));
    }
    if (event instanceof ListingAdopted e) {
      return new ContentBook(
          mappings,
          contents,
          presences,
          names.with(e.sku().value(), e.there()),
          owners.with(e.there().value(), e.sku()));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private ContentBook with(
      Map<String, CategoryMapping> otherMappings,
      Chunks<ChannelContent> otherContents,
      Chunks<Presence> otherPresences) {
    return new ContentBook(otherMappings, otherContents, otherPresences, names, owners);
  }

  /**
   * The articles of which something else is decided than in the other book; empty when all may be
   * affected, since a mapping or something of a whole product is another.
   */
  public Optional<Set<String>> differing(ContentBook other) {
    if (!mappings.equals(other.mappings)) {
      return Optional.empty();
    }
    Set<String> skus = new HashSet<>(presences.differing(other.presences));
    skus.addAll(names.differing(other.names));
    String single = new Subject("sku", "").key();
    for (String key : contents.differing(other.contents)) {
      if (!key.startsWith(single)) {
        return Optional.empty();
      }
      skus.add(key.substring(single.length()));
    }
    return Optional.of(skus);
  }
}
