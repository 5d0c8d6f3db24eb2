/** Mails in MongoDB, in words, over SMTP, in a folder and over HTTP. */
@NullMarked
package kontor.order.mail.adapter;

import org.jspecify.annotations.NullMarked;
