/** What a seller can ask about the account itself. */
@NullMarked
package kontor.sandbox.amazon.account;

import org.jspecify.annotations.NullMarked;
