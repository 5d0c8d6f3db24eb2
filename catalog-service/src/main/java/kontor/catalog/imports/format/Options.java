package kontor.catalog.imports.format;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What a file does not say itself.
 *
 * @param language of texts without one, ISO 639-1
 * @param currency of amounts without one
 * @param taxIncluded whether prices are with VAT where the file leaves it open
 * @param drafts whether what is no more than a draft in its shop is put on offer too
 * @param zone of days without one
 */
public record Options(
    String language, Currency currency, boolean taxIncluded, boolean drafts, ZoneId zone) {}
