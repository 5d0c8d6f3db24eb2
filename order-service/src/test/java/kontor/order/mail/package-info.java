/** Rules of mails. */
@NullMarked
package kontor.order.mail;

import org.jspecify.annotations.NullMarked;
