/** The stand-in for the marketplaces: one HTTP server, started as a program or inside a test. */
@NullMarked
package kontor.sandbox;

import org.jspecify.annotations.NullMarked;
