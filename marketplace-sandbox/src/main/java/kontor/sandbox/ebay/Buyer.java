package kontor.sandbox.ebay;

import org.jspecify.annotations.Nullable;

/** A made-up person who buys. */
public record Buyer(
    String username,
    String fullName,
    String addressLine1,
    String postalCode,
    String city,
    String country,
    String email,
    @Nullable String phone) {}
