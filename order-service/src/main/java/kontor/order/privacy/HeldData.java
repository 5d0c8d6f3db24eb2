package kontor.order.privacy;

/**
 * Something else that is held of a customer, such as carts. Each Spring bean of it takes part in
 * export and erasure.
 */
public interface HeldData {

  /** Its name in the export. */
  String name();

  /**
   * What is held, in a form that Jackson writes.
   *
   * @param subject {@code customer:<id>}
   */
  Object export(String subject);

  /** Lets go of the customer; may be called again after a crash. */
  void erase(String subject);
}
