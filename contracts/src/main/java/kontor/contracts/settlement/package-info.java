/** What marketplaces pay out and what they keep. Topic {@code settlements}. */
@NullMarked
package kontor.contracts.settlement;

import org.jspecify.annotations.NullMarked;
