package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.profile.ColumnProfile;
import org.plumbline.profile.Profile;

/** Says on a terminal what was seen in a spreadsheet: its columns, and what was noticed. */
final class ProfileText {
  private static final int WIDEST_NAME = 22;

  private ProfileText() {}

  static void print(SpreadsheetFile file, PrintWriter out, int width) {
    Profile profile = file.looked().profile();
    String sheet = profile.table().sheet();
    List<String> others = file.looked().others();
    String head =
        file.name()
            + (sheet.isEmpty() ? "" : ", sheet " + clean(sheet))
            + ": "
            + String.format(java.util.Locale.ENGLISH, "%,d rows", profile.table().rows().size());
    out.println(head);
    out.println(profile.reads());
    if (!others.isEmpty()) {
      String other = clean(String.join(", ", others));
      Lines.wrapped("Not looked at: " + other + " (--sheet takes another).", "", "", width)
          .forEach(out::println);
    }
    out.println();
    columns(profile.columns(), out, width);
    List<String> remarks = new ArrayList<>();
    file.looked()
        .found()
        .layout()
        .encoding()
        .ifPresent(
            name ->
                remarks.add(
                    "Its letters are not UTF-8; it is read as " + name + ", as Excel saves it."));
    remarks.addAll(profile.remarks());
    if (!remarks.isEmpty()) {
      out.println();
      out.println("What was noticed");
      for (String remark : remarks) {
        Lines.wrapped(remark, "  · ", "    ", width).forEach(out::println);
      }
    }
    out.println();
  }

  private static void columns(List<ColumnProfile> columns, PrintWriter out, int width) {
    int name = 6;
    int kind = 7;
    for (ColumnProfile column : columns) {
      name = Math.max(name, Math.min(WIDEST_NAME, clean(column.name()).length()));
      kind = Math.max(kind, column.readAs().length());
    }
    out.println(row("Column", "Read as", "Why", name, kind));
    out.println("─".repeat(width));
    for (ColumnProfile column : columns) {
      String shown = clean(column.name());
      String cut = shown.length() <= name ? shown : shown.substring(0, name - 1) + "…";
      String first = row(cut, column.readAs(), "", name, kind);
      Lines.wrapped(column.reason(), first, " ".repeat(first.length()), width)
          .forEach(out::println);
    }
  }

  private static String row(String name, String kind, String why, int nameWidth, int kindWidth) {
    return name
        + " ".repeat(nameWidth - name.length() + 2)
        + kind
        + " ".repeat(kindWidth - kind.length() + 2)
        + why;
  }

  private static String clean(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
  }
}
