/** Mails in words and in a folder. */
@NullMarked
package kontor.order.mail.adapter;

import org.jspecify.annotations.NullMarked;
