/** A partner without an interface of his own standard: our contract, REST with CSV files. */
@NullMarked
package kontor.connector.partner;

import org.jspecify.annotations.NullMarked;
