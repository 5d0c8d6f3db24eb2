/** How a change is checked: against the rules, and against what its author had seen. */
@NullMarked
package kontor.catalog.edit;

import org.jspecify.annotations.NullMarked;
