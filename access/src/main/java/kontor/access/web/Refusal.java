package kontor.access.web;

import kontor.access.AccessRefusedException;

/** A refusal as an RFC 9457 problem document; its texts are ours and need no escaping. */
final class Refusal {

  private Refusal() {}

  static String json(AccessRefusedException refused) {
    String title = refused.status() == 401 ? "Not signed in" : "Not allowed";
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(title, refused.status(), refused.getMessage());
  }
}
