/** JSON documents and the contracts they are checked against. */
@NullMarked
package kontor.sandbox.document;

import org.jspecify.annotations.NullMarked;
