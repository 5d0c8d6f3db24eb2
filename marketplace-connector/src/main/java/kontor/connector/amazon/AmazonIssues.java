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
        issue.path("message").asString(""),
        attributes,
        issue.path("severity").asString("").equals("ERROR"));
  }

  /** The errors in one line for a person; empty if there are none. */
  static Optional<String> errors(List<Issue> issues) {
    String text =
        issues.stream()
            .filter(Issue::blocking)
            .map(issue -> issue.code() + " " + issue.message())
            .distinct()
            .collect(Collectors.joining("; "));
    return Optional.of(text).filter(all -> !all.isEmpty());
  }

  static Optional<String> errors(JsonNode answer) {
    List<Issue> issues = new ArrayList<>();
    answer.path("issues").forEach(issue -> issues.add(read(issue)));
    return errors(issues);
  }
}
