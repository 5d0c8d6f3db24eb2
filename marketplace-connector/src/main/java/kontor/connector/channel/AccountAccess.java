package kontor.connector.channel;

/**
 * What a channel needs to speak for an account.
 *
 * @param levels how full the account's buckets of calls were when they were last used
 */
public record AccountAccess(AccessToken token, CallLevels levels) {}
