/** A partner without the service around him. */
@org.jspecify.annotations.NullMarked
package kontor.connector.partner;
