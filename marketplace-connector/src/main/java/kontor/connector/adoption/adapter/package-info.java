/** Adoption for the manager. */
@NullMarked
package kontor.connector.adoption.adapter;

import org.jspecify.annotations.NullMarked;
