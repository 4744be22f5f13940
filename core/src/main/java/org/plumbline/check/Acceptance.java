package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/**
 * Findings that a clause accepts: a warning weighs as a note where the parties have signed why it
 * stands, and by whose word. An error stands until it is mended.
 */
public final class Acceptance {

  private Acceptance() {}

  /** The findings, those that a clause accepts lowered to notes that name it. */
  public static List<Finding> applied(Agreement agreement, List<Finding> findings) {
    List<Finding> lowered = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Entry> accepted =
          entries(agreement).stream().filter(entry -> entry.covers(finding)).findFirst();
      lowered.add(
          accepted.isPresent() && finding.severity() == Severity.WARNING
              ? accepted.get().lowered(finding)
              : finding);
    }
    return lowered;
  }

  /** What clauses accept and the rules do not tell as a warning: it lowers nothing. */
  static List<Finding> inVain(Agreement agreement, Places places, List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    for (Entry entry : entries(agreement)) {
      List<Finding> covered = findings.stream().filter(entry::covers).toList();
      // What is told of a usual volume is told only where there are records.
      boolean byRules =
          entry.accepted().finding().startsWith("PL3")
              && !entry.accepted().finding().equals(FindingCode.FINER_THAN_VOLUME.id());
      String right = "remove it, so that it does not cover what comes later";
      if (covered.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
        told.add(entry.finding(places, " is an error, which no clause can accept", "mend it"));
      } else if (byRules && covered.isEmpty()) {
        told.add(entry.finding(places, " is accepted here, and nothing is found there", right));
      }
    }
    return told;
  }

  /** What one clause accepts, and where that stands. */
  private record Entry(Clause clause, Clause.Accepted accepted, String path) {

    boolean covers(Finding finding) {
      String at = accepted.at().orElse("");
      String path = finding.place().path();
      return finding.code().id().equals(accepted.finding())
          && (at.isEmpty() || path.equals(at) || path.startsWith(at + "/"));
    }

    Finding lowered(Finding finding) {
      return new Finding(
          finding.code(),
          Severity.NOTE,
          finding.place(),
          finding.found(),
          "accepted by "
              + accepted.by()
              + ", for the reason in the clause \""
              + clause.id()
              + "\"");
    }

    Finding finding(Places places, String found, String right) {
      return Finding.of(
          FindingCode.ACCEPTED_IN_VAIN, places.at(path), accepted.finding() + found, right);
    }
  }

  private static List<Entry> entries(Agreement agreement) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < agreement.clauses().size(); i++) {
      Clause clause = agreement.clauses().get(i);
      for (int j = 0; j < clause.accepts().size(); j++) {
        String path = "clauses/" + i + "/accepts/" + j;
        entries.add(new Entry(clause, clause.accepts().get(j), path));
      }
    }
    return entries;
  }
}
