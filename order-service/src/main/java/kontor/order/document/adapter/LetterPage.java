package kontor.order.document.adapter;

import java.util.List;
import kontor.order.document.Letter;
import kontor.order.document.Letter.Column;
import kontor.order.document.Letter.Fact;
import kontor.order.document.Wording;

/** A letter as XHTML with the styles of print; the address stands where DIN 5008 has its window. */
final class LetterPage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 45mm 20mm 35mm 25mm;
        @bottom-left { content: element(foot); }
        @bottom-right { content: "%s " counter(page) " %s " counter(pages);
          font-family: letter; font-size: 8pt; vertical-align: top; white-space: nowrap; } }
      body { font-family: letter; font-size: 9.5pt; line-height: 1.35; }
      #foot { position: running(foot); font-size: 7.5pt; width: 140mm; }
      #foot td { vertical-align: top; padding-right: 4mm; }
      .sender { font-size: 7pt; }
      .head { width: 100%%; } .head td { vertical-align: top; }
      .address { height: 40mm; font-size: 10.5pt; } .facts { width: 75mm; }
      .facts td { padding: 0 2mm 0 0; }
      h1 { font-size: 14pt; margin: 8mm 0 5mm 0; }
      .lines { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; }
      .lines th { border-bottom: 1pt solid #000; text-align: left; }
      .lines td, .lines th { padding: 1.2mm 1mm; vertical-align: top; }
      .lines tr { page-break-inside: avoid; } .lines td { border-bottom: 0.3pt solid #999; }
      td.figures, .lines th.figures { text-align: right; white-space: nowrap; }
      .sums { margin: 4mm 0 6mm auto; page-break-inside: avoid; }
      .sums td { padding: 0.5mm 1mm 0.5mm 6mm; } .last td { font-weight: bold; }
      .note { border: 0.8pt solid #000; padding: 3mm; margin: 4mm 0; page-break-inside: avoid; }
      .note h2 { font-size: 10.5pt; margin: 0 0 1.5mm 0; }
      """;

  private final StringBuilder page = new StringBuilder();
  private final Letter letter;

  private LetterPage(Letter letter) {
    this.letter = letter;
  }

  static String of(Letter letter) {
    LetterPage page = new LetterPage(letter);
    page.write();
    return page.page.toString();
  }

  private void write() {
    Wording words = Wording.in(letter.language());
    page.append("<html lang=\"").append(letter.language().code()).append("\"><head><title>");
    text(letter.title());
    page.append("</title><style>")
        .append(STYLE.formatted(words.text("page"), words.text("of")))
        .append("</style></head><body>");
    footer();
    head();
    element("h1", letter.title());
    table();
    sums();
    letter.remarks().forEach(remark -> element("p", remark));
    letter.notes().forEach(this::note);
    page.append("</body></html>");
  }

  private void note(Letter.Fact note) {
    page.append("<div class=\"note\">");
    element("h2", note.label());
    note.value().lines().forEach(line -> element("div", line));
    page.append("</div>");
  }

  private void footer() {
    page.append("<table id=\"foot\"><tr>");
    for (List<String> column : letter.footer()) {
      page.append("<td>");
      column.forEach(line -> element("div", line));
      page.append("</td>");
    }
    page.append("</tr></table>");
  }

  private void head() {
    page.append("<table class=\"head\"><tr><td class=\"address\"><div class=\"sender\">");
    text(letter.sender());
    page.append("</div>");
    letter.recipient().forEach(line -> element("div", line));
    page.append("</td><td class=\"facts\"><table>");
    letter.facts().forEach(fact -> fact(fact, "", ""));
    page.append("</table></td></tr></table>");
  }

  private void table() {
    List<Column> columns = letter.table().columns();
    page.append("<table class=\"lines\"><thead><tr>");
    columns.forEach(column -> cell("th", column, column.label()));
    page.append("</tr></thead><tbody>");
    for (List<String> row : letter.table().rows()) {
      page.append("<tr>");
      for (int i = 0; i < columns.size(); i++) {
        cell("td", columns.get(i), row.get(i));
      }
      page.append("</tr>");
    }
    page.append("</tbody></table>");
  }

  private void sums() {
    List<Fact> sums = letter.sums();
    if (!sums.isEmpty()) {
      page.append("<table class=\"sums\">");
      for (int i = 0; i < sums.size(); i++) {
        fact(sums.get(i), i == sums.size() - 1 ? " class=\"last\"" : "", " class=\"figures\"");
      }
      page.append("</table>");
    }
  }

  private void fact(Fact fact, String rowStyle, String valueStyle) {
    page.append("<tr").append(rowStyle).append(">");
    element("td", fact.label());
    page.append("<td").append(valueStyle).append(">");
    text(fact.value());
    page.append("</td></tr>");
  }

  private void cell(String tag, Column column, String content) {
    page.append("<").append(tag).append(column.figures() ? " class=\"figures\">" : ">");
    text(content);
    page.append("</").append(tag).append(">");
  }

  private void element(String tag, String content) {
    page.append("<").append(tag).append(">");
    text(content);
    page.append("</").append(tag).append(">");
  }

  /** What people typed is text, never markup; what XML cannot hold is left out. */
  private void text(String content) {
    content
        .codePoints()
        .filter(LetterPage::isXml)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                default -> page.appendCodePoint(c);
              }
            });
  }

  /** XML 1.0, production 2. */
  private static boolean isXml(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean none = c == 0xFFFE || c == 0xFFFF;
    return c == '\t' || (c >= ' ' && !surrogate && !none);
  }
}
