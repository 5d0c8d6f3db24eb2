/** What the Spring services stand on: event store, bindings, access check and problem documents. */
@NullMarked
package kontor.platform.spring;

import org.jspecify.annotations.NullMarked;
