package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.seller.Seller;
import kontor.sandbox.http.Request;

/**
 * A call that was let in.
 *
 * @param seller whose call it is; {@link Seller#NONE} where no seller is needed
 * @param query the parameters by their types: lists as arrays, numbers as numbers
 * @param body the checked body; empty if the operation has none
 */
public record Call(Seller seller, Request request, ObjectNode query, ObjectNode body) {

  /** The id of the seller. */
  public String sellerId() {
    return seller.sellerId();
  }

  /** A variable of the path, decoded once. */
  public String variable(String name) {
    return request.variable(name);
  }

  /** A parameter that is one text. */
  public Optional<String> parameter(String name) {
    return query.has(name) ? Optional.of(query.get(name).asText()) : Optional.empty();
  }

  /** A parameter that is a moment. */
  public Optional<Instant> moment(String name) {
    return parameter(name).map(text -> Moments.read(name, text));
  }

  /** The texts of a parameter that is a list; empty if it is absent. */
  public List<String> list(String name) {
    List<String> values = new ArrayList<>();
    query.path(name).forEach(value -> values.add(value.asText()));
    return values;
  }

  /** The address at which the caller reached the sandbox, without a slash at the end. */
  public String host() {
    return "http://" + request.header("Host").orElse("127.0.0.1");
  }
}
