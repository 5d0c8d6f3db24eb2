package kontor.connector.channel;

/** A marketplace through which the buyer gets money back, whichever way it takes refunds. */
public interface PaysBack {}
