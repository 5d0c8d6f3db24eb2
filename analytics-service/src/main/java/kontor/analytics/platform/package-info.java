/** What the service stands on: its settings, its broker, who may call and how failures are told. */
@NullMarked
package kontor.analytics.platform;

import org.jspecify.annotations.NullMarked;
