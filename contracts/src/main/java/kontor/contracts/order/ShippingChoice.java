package kontor.contracts.order;

/**
 * The method of shipping that a buyer chose, and what it is called in German and English.
 *
 * @param method its code, such as {@code express}
 */
public record ShippingChoice(String method, String nameDe, String nameEn) {}
