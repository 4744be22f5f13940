package org.plumbline.web.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MetricDraft;

/**
 * A metric drafted from a measure, put into a text as a person would paste it: its records below
 * those that are there, the metric below the last one, with the comments that say what to check.
 *
 * @param text the text with the draft in it
 * @param metric the id that the metric has there
 * @param checks what the measure does not say and somebody has to look at
 */
record PastedDraft(String text, String metric, List<String> checks) {

  private static final Pattern CHECK = Pattern.compile("# check: (.*)$");

  /** Copies the list. */
  PastedDraft {
    checks = List.copyOf(checks);
  }

  /** The draft of a measure in a text. */
  static PastedDraft of(String text, Measure measure) {
    List<String> origin = new ArrayList<>();
    List<String> records = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    List<String> into = origin;
    List<String> checks = new ArrayList<>();
    for (String line : MetricDraft.of(measure).lines().toList()) {
      Matcher check = CHECK.matcher(line);
      if (check.find()) {
        checks.add(line.strip().replaceAll("\\s*#.*", "") + ": " + check.group(1));
      }
      if (line.equals("records:")) {
        into = records;
      } else if (line.equals("metrics:")) {
        into = metrics;
      } else {
        into.add(line);
      }
    }
    String set = free(text, id(records));
    String metric = free(text, id(metrics));
    renamed(records, 0, "  " + set + ":");
    renamed(metrics, 0, "  " + metric + ":");
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).startsWith("    records: ")) {
        metrics.set(i, "    records: " + set);
      }
    }
    List<String> commented = new ArrayList<>();
    origin.forEach(line -> commented.add(line.isBlank() ? "" : "  " + line));
    commented.addAll(metrics);
    List<String> lines = new ArrayList<>(text.replace("\r\n", "\n").lines().toList());
    paste(lines, "records", records);
    paste(lines, "metrics", commented);
    return new PastedDraft(String.join("\n", lines) + "\n", metric, checks);
  }

  private static String id(List<String> section) {
    return section.get(0).strip().replace(":", "");
  }

  private static void renamed(List<String> section, int at, String line) {
    section.set(at, line);
  }

  /** An id that no entry of the text has. */
  private static String free(String text, String id) {
    String free = id;
    for (int number = 2;
        Pattern.compile("(?m)^ +" + Pattern.quote(free) + ":").matcher(text).find();
        number++) {
      free = id + "-" + number;
    }
    return free;
  }

  /** Below the last entry of a section; a section that is not there comes last. */
  private static void paste(List<String> lines, String section, List<String> entry) {
    int head = lines.indexOf(section + ":");
    if (head < 0) {
      head = (int) lines.stream().takeWhile(line -> !line.matches(section + ":\\s*(#.*)?")).count();
    }
    if (head == lines.size()) {
      lines.add("");
      lines.add(section + ":");
      lines.addAll(entry);
      return;
    }
    int end = head + 1;
    int last = head;
    while (end < lines.size() && !lines.get(end).matches("[^\\s#].*")) {
      if (lines.get(end).matches("\\s+\\S.*")) {
        last = end;
      }
      end++;
    }
    lines.addAll(last + 1, entry);
  }
}
