package kontor.connector.amazon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.channel.ReportedListing.Issue;
import tools.jackson.databind.JsonNode;

/** What Amazon objects to; only errors keep buyers from buying. */
final class AmazonIssues {

  private AmazonIssues() {}

  static Issue read(JsonNode issue) {
    List<String> attributes = new ArrayList<>();
    issue.path("attributeNames").forEach(name -> attributes.add(name.asString()));
    return new Issue(
        issue.path("code").asString(""),
        issue.path("categories").path(0).asString(""),
        issue.path("message").asString(""),
        attributes,
        issue.path("severity").asString("").equals("ERROR"));
  }

  /** The errors in one line for a person; empty if there are none. */
  static Optional<String> errors(List<Issue> issues) {
    String text =
        issues.stream()
            .filter(Issue::blocking)
            .map(AmazonIssues::line)
            .distinct()
            .collect(Collectors.joining("; "));
    return Optional.of(text).filter(all -> !all.isEmpty());
  }

  /** The category stands behind the message, since numbers alone say little. */
  private static String line(Issue issue) {
    String category = issue.category().isEmpty() ? "" : " [" + issue.category() + "]";
    return issue.code() + " " + issue.message() + category;
  }

  static Optional<String> errors(JsonNode answer) {
    List<Issue> issues = new ArrayList<>();
    answer.path("issues").forEach(issue -> issues.add(read(issue)));
    return errors(issues);
  }
}
