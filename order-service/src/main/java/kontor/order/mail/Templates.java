package kontor.order.mail;

import java.util.Map;
import kontor.order.document.Language;

/** The words of mails. */
@FunctionalInterface
public interface Templates {

  /**
   * @param template its name without language
   * @param values what its words speak of: texts, yes or no, and lists of such maps
   */
  Message.Written write(String template, Language language, Map<String, Object> values);
}
