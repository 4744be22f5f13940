package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.profile.Words;
import org.plumbline.profile.Yaml;
import org.plumbline.workbook.WordBlock;

/**
 * Somebody who has to do with a service, as a document of others calls them.
 *
 * @param name as it stands there
 * @param party whose they are; empty if nothing says it
 * @param isDeclared whether it has to be declared: it is no role of M3
 */
record UserRole(String name, Optional<String> party, boolean isDeclared) {

  private static final String WHO =
      "(user|role|stakeholder|actor|position)s?( (class|group|type|name|role)(es|s)?)?|user class(es)?";
  private static final String WHOSE = ".*(organi[sz]ation|party|agency|office|whose).*";
  private static final Pattern LISTED =
      Pattern.compile("- ([^:–—.]{2,60}?)(?: ?\\(([^)]{2,60})\\))?(?::| [-–—]) .+", Pattern.DOTALL);

  /**
   * Those that a section names: in a table with a column of them, or in a list that says of each
   * after a colon or a dash who that is.
   *
   * @return by id
   */
  static Map<String, UserRole> of(
      List<String> texts, List<WordBlock.Table> tables, DraftTerms terms) {
    Map<String, UserRole> roles = new LinkedHashMap<>();
    for (WordBlock.Table table : tables) {
      List<String> head =
          table.rows().isEmpty()
              ? List.of()
              : table.rows().get(0).stream().map(Headings::plain).toList();
      int who = first(head, WHO);
      int whose = first(head, WHOSE);
      if (who >= 0) {
        for (List<String> row : table.rows().subList(1, table.rows().size())) {
          add(roles, cell(row, who), whose == who ? "" : cell(row, whose), terms);
        }
      }
    }
    for (String text : texts) {
      Matcher listed = LISTED.matcher(text);
      if (listed.matches()) {
        add(roles, listed.group(1), Optional.ofNullable(listed.group(2)).orElse(""), terms);
      }
    }
    return roles;
  }

  private static void add(
      Map<String, UserRole> roles, String name, String whose, DraftTerms terms) {
    String plain = Words.oneLine(name);
    if (plain.isBlank() || plain.contains("<<") || plain.length() > 60) {
      return;
    }
    RaciRole role = RaciRole.of(plain, whose, terms);
    String id =
        role.declared().orElse(role.reference().substring(role.reference().lastIndexOf('/') + 1));
    roles.putIfAbsent(id, new UserRole(plain, role.party(), role.declared().isPresent()));
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  private static int first(List<String> head, String words) {
    for (int i = 0; i < head.size(); i++) {
      if (head.get(i).matches(words)) {
        return i;
      }
    }
    return -1;
  }

  /** What was taken of them, in words: those to declare, and those that M3 knows. */
  static List<String> told(Map<String, UserRole> roles) {
    List<String> told = new ArrayList<>();
    for (boolean declared : List.of(true, false)) {
      List<String> names =
          roles.values().stream()
              .filter(role -> role.isDeclared() == declared)
              .map(UserRole::name)
              .toList();
      if (!names.isEmpty()) {
        told.add(
            (declared ? "roles of its own: " : "roles of M3, which need no declaring: ")
                + String.join(", ", names));
      }
    }
    return told;
  }

  /** The line that declares it. */
  void write(Yaml yaml, String id) {
    yaml.line(
        "  "
            + id
            + ": {name: "
            + Yaml.value(name)
            + ", party: "
            + party.orElse("customer")
            + ", stands-for: functional-lead}",
        "check: for which M3 role it stands" + (party.isEmpty() ? ", and whose it is" : ""));
  }
}
