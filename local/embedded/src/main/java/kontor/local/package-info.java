/** The platform's servers for tests: one store and one broker per JVM. */
@NullMarked
package kontor.local;

import org.jspecify.annotations.NullMarked;
