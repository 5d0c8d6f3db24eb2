/** The work for an account. */
@org.jspecify.annotations.NullMarked
package kontor.connector.work;
