/** Takes over listings that were made without us, so that no second one is made beside them. */
@NullMarked
package kontor.connector.adoption;

import org.jspecify.annotations.NullMarked;
