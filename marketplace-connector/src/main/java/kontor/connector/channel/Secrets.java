package kontor.connector.channel;

import java.util.HashMap;
import java.util.Map;

/** What proves to a marketplace that we are we, by {@link AccountField#name()}. Never logged. */
public record Secrets(Map<String, String> values) {

  public static final Secrets NONE = new Secrets(Map.of());

  public Secrets {
    values = Map.copyOf(values);
  }

  /** Empty text when it was not given. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public Secrets with(String name, String value) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(name, value);
    return new Secrets(changed);
  }

  /** These, and what is new or changed in the others. */
  public Secrets with(Secrets others) {
    Map<String, String> changed = new HashMap<>(values);
    changed.putAll(others.values());
    return new Secrets(changed);
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
