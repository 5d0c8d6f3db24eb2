/** Tests over real HTTP, one class per part of the sandbox. */
@NullMarked
package kontor.sandbox;

import org.jspecify.annotations.NullMarked;
