/** The service's footing: settings, store, topics, health, and how failures are told. */
@NullMarked
package kontor.catalog.platform;

import org.jspecify.annotations.NullMarked;
