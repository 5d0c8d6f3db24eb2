/** Categories, texts and gaps for the manager. */
@NullMarked
package kontor.connector.content.adapter;

import org.jspecify.annotations.NullMarked;
