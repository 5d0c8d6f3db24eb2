/** What is held of a person: shown, erased, and kept as long as the law wants it. */
@NullMarked
package kontor.order.privacy;

import org.jspecify.annotations.NullMarked;
