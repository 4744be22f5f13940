package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.report.Evaluation;
import org.plumbline.report.csv.ResultsCsv;

/** The results of many agreements: a line an agreement, or all of them as rows. */
final class ManyReport {
  private static final int NAMED = 3;

  private final boolean csv;
  private final StringBuilder text = new StringBuilder();
  private final Map<Status, Long> counts = new LinkedHashMap<>();
  private int agreements;

  ManyReport(boolean csv) {
    this.csv = csv;
  }

  /** Takes one in. */
  void add(Evaluation evaluation) {
    List<Result> results = evaluation.results().results();
    results.forEach(result -> counts.merge(result.status(), 1L, Long::sum));
    if (csv) {
      String rows = ResultsCsv.write(evaluation);
      text.append(agreements == 0 ? rows : rows.substring(rows.indexOf("\r\n") + 2));
    } else {
      text.append(line(evaluation.agreement().id(), results)).append('\n');
    }
    agreements++;
  }

  private static String line(String id, List<Result> results) {
    Map<Status, Long> own = new LinkedHashMap<>();
    results.forEach(result -> own.merge(result.status(), 1L, Long::sum));
    List<String> missed =
        results.stream()
            .filter(result -> result.status() == Status.NOT_MET)
            .map(result -> result.metric() + " " + result.period().name())
            .toList();
    String named = String.join(", ", missed.subList(0, Math.min(NAMED, missed.size())));
    return id
        + ": "
        + words(own)
        + (missed.isEmpty() ? "" : " (" + named)
        + (missed.size() > NAMED ? " and " + (missed.size() - NAMED) + " more" : "")
        + (missed.isEmpty() ? "" : ")");
  }

  private static String words(Map<Status, Long> counts) {
    List<String> words = new ArrayList<>();
    for (Status status : Status.values()) {
      if (counts.containsKey(status)) {
        words.add(counts.get(status) + " " + status.words());
      }
    }
    return words.isEmpty() ? "no period asked for" : String.join(", ", words);
  }

  /** Whether some result is one of these. */
  boolean has(List<Status> statuses) {
    return statuses.stream().anyMatch(counts::containsKey);
  }

  /** All of it; the sum of a text comes last. */
  String whole(int loads) {
    if (csv) {
      return text.toString();
    }
    return text
        + "\n"
        + LoadsOptions.counted(agreements, "agreement")
        + " over "
        + LoadsOptions.counted(loads, "load")
        + " of records: "
        + words(counts)
        + "\n";
  }
}
