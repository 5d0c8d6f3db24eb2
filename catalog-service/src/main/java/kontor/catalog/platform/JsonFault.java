package kontor.catalog.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import kontor.catalog.edit.Fault;

/** Which part of a JSON body could not be read, and why, in our own words. */
final class JsonFault {

  private JsonFault() {}

  /** The field is empty when the body is no JSON at all. */
  static Fault of(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)) {
      return new Fault("", "the body is not JSON");
    }
    String path =
        mapping.getPath().stream()
            .map(r -> r.getFieldName() != null ? "." + r.getFieldName() : "[" + r.getIndex() + "]")
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return new Fault(path, reason(mapping));
  }

  /** What a value said when it refused itself; never a class name. */
  private static String reason(JsonMappingException failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IllegalArgumentException && !(t instanceof NumberFormatException)) {
        return String.valueOf(t.getMessage());
      }
    }
    return "cannot be read as what it should be";
  }
}
