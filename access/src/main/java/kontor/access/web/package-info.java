/** The check at a service's edge, for servlets and for Jakarta REST. */
@NullMarked
package kontor.access.web;

import org.jspecify.annotations.NullMarked;
