package kontor.order.mail.adapter;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails leave. Without {@code spring.mail.host} they are written into a folder.
 *
 * @param from address of the sender; the seller's own when empty
 * @param replyTo where answers go; to the sender when empty
 * @param mailbox folder for mails without a server; {@code mailbox} in the data folder when absent
 * @param checkEvery how often it is looked for mails to be sent
 * @param firstPause after a failed try; doubles up to six hours
 * @param giveUpAfter after which a mail that cannot be sent has failed
 * @param oldestFact facts older than this are not mailed
 */
@ConfigurationProperties("kontor.mail")
public record MailSettings(
    @DefaultValue("") String from,
    @DefaultValue("") String replyTo,
    @Nullable Path mailbox,
    @DefaultValue("1s") Duration checkEvery,
    @DefaultValue("1m") Duration firstPause,
    @DefaultValue("4d") Duration giveUpAfter,
    @DefaultValue("14d") Duration oldestFact) {}
