package kontor.order.lifecycle;

/** Hands out the numbers that people call orders by: unique, rising, not without gaps. */
@FunctionalInterface
public interface OrderNumbers {

  String next();
}
