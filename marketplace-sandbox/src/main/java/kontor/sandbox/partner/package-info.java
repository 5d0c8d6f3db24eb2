/**
 * A partner who keeps to the shop's own contract: REST with CSV files, semicolons, decimal commas.
 */
@NullMarked
package kontor.sandbox.partner;

import org.jspecify.annotations.NullMarked;
