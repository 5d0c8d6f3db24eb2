/** Our accounts at marketplaces: which there are and whether we work for them. */
@NullMarked
package kontor.connector.account;

import org.jspecify.annotations.NullMarked;
