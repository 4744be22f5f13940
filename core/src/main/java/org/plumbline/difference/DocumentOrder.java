package org.plumbline.difference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;

/** The order in which the things of a section stand in the text. */
final class DocumentOrder {

  private DocumentOrder() {}

  /**
   * The ids as the later text has them; those that are gone stand behind what they stood behind.
   */
  static List<String> of(String section, Agreement before, Agreement after) {
    List<String> old = ids(section, before);
    List<String> order = new ArrayList<>(ids(section, after));
    for (int i = 0; i < old.size(); i++) {
      if (!order.contains(old.get(i))) {
        order.add(i == 0 ? 0 : order.indexOf(old.get(i - 1)) + 1, old.get(i));
      }
    }
    return order;
  }

  private static List<String> ids(String section, Agreement agreement) {
    Collection<String> ids =
        switch (section) {
          case "parties" -> agreement.parties().keySet();
          case "roles" -> agreement.roles().keySet();
          case "includes" -> agreement.includes().keySet();
          case "definitions" -> agreement.definitions().keySet();
          case "calendars" -> agreement.calendars().keySet();
          case "periods" -> agreement.periods().keySet();
          case "services" -> agreement.services().keySet();
          case "records" -> agreement.records().keySet();
          case "metrics" -> agreement.metrics().keySet();
          case "remedies" -> agreement.remedies().keySet();
          case "pools" -> agreement.pools().keySet();
          case "exclusions" -> agreement.exclusions().keySet();
          case "commitments" -> agreement.commitments().keySet();
          case "clauses" -> agreement.clauses().stream().map(Clause::id).toList();
          default -> List.of();
        };
    return List.copyOf(ids);
  }
}
