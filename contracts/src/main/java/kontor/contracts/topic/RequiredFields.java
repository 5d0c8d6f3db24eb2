package kontor.contracts.topic;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing in a record that was read: each part not declared nullable must be there.
 * Every event that is read comes through here, so what a record is made of is looked up once.
 */
final class RequiredFields {

  private static final MethodType READING = MethodType.methodType(Object.class, Object.class);

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getType().isPrimitive()) {
              parts.add(Part.of(component));
            }
          }
          return List.copyOf(parts);
        }
      };

  private RequiredFields() {}

  /**
   * A component of a record.
   *
   * @param deep whether it may hold records of its own
   */
  private record Part(String name, MethodHandle reading, boolean nullable, boolean deep) {

    static Part of(RecordComponent component) {
      Class<?> type = component.getType();
      boolean leaf = Modifier.isFinal(type.getModifiers()) && !type.isRecord();
      return new Part(
          component.getName(),
          reading(component),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          !leaf && !type.isEnum());
    }

    private static MethodHandle reading(RecordComponent component) {
      try {
        Method accessor = component.getAccessor();
        return MethodHandles.publicLookup().unreflect(accessor).asType(READING);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }

    @Nullable Object of(Record value) {
      try {
        return reading.invokeExact((Object) value);
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read " + name, e);
      }
    }
  }

  /** The path of the first part that is null but must not be: {@code lines[2].sku}. */
  static Optional<String> missing(Object value) {
    return Optional.ofNullable(pathIn(value));
  }

  private static @Nullable String pathIn(Object value) {
    if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        String path = pathIn(items.get(i));
        if (path != null) {
          return "[" + i + "]." + path;
        }
      }
      return null;
    }
    return value instanceof Record written ? pathOf(written) : null;
  }

  private static @Nullable String pathOf(Record value) {
    for (Part part : PARTS.get(value.getClass())) {
      Object held = part.of(value);
      if (held == null && !part.nullable()) {
        return part.name();
      }
      String inner = held != null && part.deep() ? pathIn(held) : null;
      if (inner != null) {
        return part.name() + (inner.startsWith("[") ? "" : ".") + inner;
      }
    }
    return null;
  }
}
