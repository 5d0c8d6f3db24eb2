package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.faults.Fault;

/** A call that a fault bends: the operation finds the fault's kind in the query. */
public final class Bent {

  private static final String FAULT = "fault";
  private static final String APPLIED = "applied";

  private Bent() {}

  static Call bend(Call call, Fault fault) {
    ObjectNode query = call.query().deepCopy();
    query.put(FAULT, fault.kind().name());
    query.put(APPLIED, fault.applied() == null ? 0 : fault.applied());
    return new Call(call.seller(), call.request(), query, call.body());
  }

  /** Whether a fault of this kind strikes the call. */
  public static boolean by(Fault.Kind kind, Call call) {
    return call.query().path(FAULT).asText().equals(kind.name());
  }

  /** How many operations of a feed take effect before it ends. */
  public static int applied(Call call) {
    return call.query().path(APPLIED).asInt();
  }
}
