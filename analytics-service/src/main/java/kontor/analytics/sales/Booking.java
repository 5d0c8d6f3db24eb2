package kontor.analytics.sales;

/** What one event adds to one figure. */
public record Booking(FigureKey key, Tally tally) {}
