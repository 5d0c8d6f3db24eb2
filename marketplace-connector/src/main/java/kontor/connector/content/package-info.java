/**
 * What we say of our articles on each marketplace, in its categories and attributes, and what is
 * still missing before they can go there.
 */
@NullMarked
package kontor.connector.content;

import org.jspecify.annotations.NullMarked;
