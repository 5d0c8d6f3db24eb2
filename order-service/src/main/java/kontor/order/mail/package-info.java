/** What customers are told by mail, once per fact. */
@NullMarked
package kontor.order.mail;

import org.jspecify.annotations.NullMarked;
