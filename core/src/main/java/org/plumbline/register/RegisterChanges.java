package org.plumbline.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;

/** What came to be known between two moments, by the register: why figures are restated. */
public final class RegisterChanges {

  private RegisterChanges() {}

  /**
   * A register as it was seen.
   *
   * @param inForce the text in force on a day
   * @param today what is dated later was not seen
   */
  public record Seen(Register register, Function<LocalDate, Agreement> inForce, LocalDate today) {
    private List<Standing> requests() {
      return Standings.of(register, inForce, today).requests();
    }
  }

  /** What is not the same, a sentence each without a full stop; empty if nothing is. */
  public static List<String> between(Seen before, Seen after) {
    List<String> changes = new ArrayList<>();
    after.register().signOffs().stream()
        .filter(each -> !each.on().isAfter(after.today()))
        .filter(
            each ->
                !before.register().signOffs().contains(each) || each.on().isAfter(before.today()))
        .forEach(
            each ->
                changes.add(
                    (each.version() == 0 ? "the original text" : "amendment " + each.version())
                        + " was signed by "
                        + each.party()
                        + " on "
                        + each.on()));
    after.register().issued().stream()
        .filter(each -> !each.on().isAfter(after.today()))
        .filter(
            each -> !before.register().issued().contains(each) || each.on().isAfter(before.today()))
        .forEach(
            each -> changes.add("the report of " + each.period() + " was issued on " + each.on()));
    loads(before, after, changes);
    requests(before, after, changes);
    return changes;
  }

  private static void loads(Seen before, Seen after, List<String> changes) {
    after
        .register()
        .loads()
        .forEach(
            (id, load) -> {
              boolean isNew =
                  !load.equals(before.register().loads().get(id))
                      || load.delivered().isAfter(before.today());
              if (isNew && !load.delivered().isAfter(after.today())) {
                changes.add(
                    "the load "
                        + id
                        + " of "
                        + load.set()
                        + " came on "
                        + load.delivered()
                        + load.completeFor().map(period -> ", complete for " + period).orElse("")
                        + load.reason().map(why -> ": " + why).orElse(""));
              }
            });
  }

  private static void requests(Seen before, Seen after, List<String> changes) {
    Map<String, Standing> old = new LinkedHashMap<>();
    before.requests().forEach(each -> old.put(each.id(), each));
    for (Standing each : after.requests()) {
      Standing was = old.remove(each.id());
      boolean same =
          was != null
              && was.state() == each.state()
              && was.granted().equals(each.granted())
              && was.request().asks().equals(each.request().asks());
      if (!same) {
        changes.add(
            "the request "
                + each.id()
                + (was == null ? "" : " was " + was.state().words() + " and")
                + " is "
                + each.state().words()
                + (each.words().isEmpty() ? "" : " (" + each.words() + ")"));
      }
    }
    old.keySet().forEach(id -> changes.add("the request " + id + " is no longer there"));
  }
}
