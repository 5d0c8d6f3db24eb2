package kontor.contracts.topic;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing in a record that was read: each part not declared nullable must be there.
 */
final class RequiredFields {

  private RequiredFields() {}

  /** The path of the first part that is null but must not be: {@code lines[2].sku}. */
  static Optional<String> missing(Object value) {
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        Optional<String> path = missing(items.get(i));
        if (path.isPresent()) {
          return Optional.of("[" + i + "]." + path.get());
        }
      }
      return Optional.empty();
    }
    return value instanceof Record written ? missingOf(written) : Optional.empty();
  }

  private static Optional<String> missingOf(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = read(component, value);
      if (part == null) {
        if (!nullable(component.getAnnotatedType())) {
          return Optional.of(component.getName());
        }
        continue;
      }
      Optional<String> path = missing(part);
      if (path.isPresent()) {
        String inner = path.get();
        return Optional.of(component.getName() + (inner.startsWith("[") ? "" : ".") + inner);
      }
    }
    return Optional.empty();
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
