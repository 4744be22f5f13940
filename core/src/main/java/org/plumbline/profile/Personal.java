package org.plumbline.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a column holds what tells of single people, by its cells or by its name. */
final class Personal {

  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");
  private static final Pattern PHONE =
      Pattern.compile("(\\+?1[ .-]?)?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}");
  private static final List<String> PEOPLE =
      List.of(
          "vendor",
          "payee",
          "employee",
          "caller",
          "requester",
          "requestor",
          "contact",
          "person",
          "assignee",
          "assigned",
          "agent",
          "analyst",
          "owner",
          "traveler",
          "applicant",
          "claimant",
          "email",
          "mail",
          "phone",
          "address",
          "ssn",
          "surname",
          "username",
          "name");

  private Personal() {}

  /** Why it is personal; nothing if it is not. */
  static Optional<String> reason(String name, List<String> cells) {
    List<String> filled = cells.stream().filter(cell -> !Cells.isNothing(cell)).toList();
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    if (mostly(filled, MAIL)) {
      return Optional.of("Its cells are mail addresses, so it is sensitive.");
    }
    if (mostly(filled, NUMBER)) {
      return Optional.of("Its cells look like social security numbers, so it is sensitive.");
    }
    if (mostly(filled, PHONE)) {
      return Optional.of("Its cells are telephone numbers, so it is sensitive.");
    }
    return Words.says(name, PEOPLE)
        ? Optional.of("By its name it tells who somebody is, so it is sensitive.")
        : Optional.empty();
  }

  private static boolean mostly(List<String> cells, Pattern pattern) {
    long matching = cells.stream().filter(cell -> pattern.matcher(cell).matches()).count();
    return matching * 2 > cells.size();
  }
}
