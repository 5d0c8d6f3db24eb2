package kontor.local.edge;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway answered; the body is missing where it is not JSON. */
public record Answer(int status, JsonNode body, String text) {

  public boolean ok() {
    return status / 100 == 2;
  }

  /** The text at a JSON pointer, empty when there is none. */
  public String at(String pointer) {
    return body.at(pointer).asText("");
  }
}
