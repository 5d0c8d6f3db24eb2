package kontor.order.mail.adapter;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kontor.order.document.Language;
import kontor.order.mail.Message.Written;
import kontor.order.mail.Templates;
import org.springframework.stereotype.Component;

/**
 * Texts as resources: the subject in the first line, then paragraphs parted by blank lines. A
 * paragraph {@code @lines}, {@code @sums} or {@code @link} stands for the articles, the sums or the
 * link. Text and HTML are made of the same paragraphs; in HTML every value is escaped.
 */
@Component
class MustacheTemplates implements Templates {

  private static final String FOLDER = "/kontor/order/mail/";

  private final Mustache.Compiler text = Mustache.compiler().escapeHTML(false).defaultValue("");
  private final Mustache.Compiler html = Mustache.compiler().escapeHTML(true).defaultValue("");
  private final Map<String, String> sources = new ConcurrentHashMap<>();

  @Override
  public Written write(String template, Language language, Map<String, Object> values) {
    String source = source(template + "_" + language.code() + ".mustache");
    String[] parts = source.split("\n", 2);
    Map<String, Object> all = new HashMap<>(); // no value by itself: a block would see it
    all.put("language", language.code());
    all.put(
        "blocks",
        blocks(parts[1] + "\n\n" + source("foot_" + language.code() + ".mustache"), values));
    String subject = MimeForm.oneLine(render(parts[0], values));
    all.put("subject", subject);
    return new Written(
        subject,
        text.compile(source("layout.txt.mustache")).execute(all),
        html.compile(source("layout.html.mustache")).execute(all));
  }

  /** Parted before values are put in: a value can never become a block of its own. */
  private List<Map<String, Object>> blocks(String body, Map<String, Object> values) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (String paragraph : body.strip().split("\n\\s*\n")) {
      String name = paragraph.strip();
      if (name.startsWith("@")) {
        blocks.add(Map.of(name.substring(1), values.getOrDefault(name.substring(1), List.of())));
      } else {
        String words = render(paragraph, values).strip();
        if (!words.isEmpty()) {
          blocks.add(Map.of("paragraph", words));
        }
      }
    }
    return blocks;
  }

  private String render(String source, Map<String, Object> values) {
    return text.compile(source).execute(values);
  }

  private String source(String name) {
    return sources.computeIfAbsent(name, MustacheTemplates::read);
  }

  private static String read(String name) {
    try (InputStream in = MustacheTemplates.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no text " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
