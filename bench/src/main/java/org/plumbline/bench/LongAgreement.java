package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Agreements with as many metrics as one likes. */
final class LongAgreement {

  private static final Pattern ID = Pattern.compile("(?m)^  ([a-z][a-z-]*):$");

  private LongAgreement() {}

  /** Writes one with so many metrics to what goes out. */
  public static void main(String[] metrics) {
    System.out.print(of(Integer.parseInt(metrics[0])));
  }

  /** The text of {@code twenty.yaml} with its metrics repeated under other ids. */
  static String of(int metrics) {
    String text = Script.resource("twenty.yaml");
    int begin = text.indexOf("\nmetrics:\n") + "\nmetrics:\n".length();
    List<String> twenty = List.of(text.substring(begin).split("(?m)(?=^  [a-z])"));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < metrics; i++) {
      String metric = twenty.get(i % twenty.size());
      all.add(ID.matcher(metric).replaceFirst("  $1-" + i + ":"));
    }
    return text.substring(0, begin) + String.join("", all);
  }
}
