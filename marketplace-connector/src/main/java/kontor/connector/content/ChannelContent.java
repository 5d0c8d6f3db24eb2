package kontor.connector.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote for one marketplace; what is left out is said as everywhere.
 *
 * @param images addresses of pictures, the main one first; empty: those of the catalog
 * @param attributes values by the marketplace's names
 */
public record ChannelContent(
    @Nullable String title,
    @Nullable String description,
    List<String> images,
    Map<String, List<String>> attributes) {

  /** Nothing special. */
  public static final ChannelContent NONE = new ChannelContent(null, null, List.of(), Map.of());

  public ChannelContent {
    images = List.copyOf(images);
    attributes = Attributes.copy(attributes);
  }
}
