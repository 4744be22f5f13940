package org.plumbline.referee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;

/** A scenario as the files that a person would have: agreement, binding, records. */
final class ScenarioFiles {

  /** States in the trail, by the moment that occurs when they are entered. */
  private static final Map<String, String> STATES =
      Map.of(
          "checked",
          "work",
          "done",
          "resolved",
          "closed",
          "closed",
          "again",
          "reopened",
          "cancelled",
          "cancelled");

  private final Scenario scenario;
  private final RecordSet set;
  private final Path folder;

  private ScenarioFiles(Scenario scenario, RecordSet set, Path folder) {
    this.scenario = scenario;
    this.set = set;
    this.folder = folder;
  }

  /** Writes {@code agreement.yaml}, and {@code records} with its binding. */
  static void write(Scenario scenario, Path folder) {
    Agreement agreement = scenario.agreement();
    RecordSet set = Objects.requireNonNull(agreement.records().get(scenario.records().set()));
    try {
      Files.createDirectories(folder.resolve("records"));
      Files.writeString(folder.resolve("agreement.yaml"), scenario.text());
      Files.writeString(
          folder.resolve("run.properties"),
          "as-of=" + scenario.asOf() + "\nkeep-good=true\nseed=" + scenario.seed() + "\n");
      new ScenarioFiles(scenario, set, folder.resolve("records")).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() throws IOException {
    StringBuilder binding = new StringBuilder("plumbline: 1\nbinds: generated\nsets:\n  items:\n");
    binding.append("    files: [items.csv]\n    zone: UTC\n");
    binding
        .append("    skew: ")
        .append(scenario.records().skewMicros() / 1_000_000L)
        .append(" seconds\n");
    if (scenario.records().eventLog()) {
      binding.append("    events: {at: at, order: step, state: state}\n    moments:\n");
      STATES.forEach(
          (moment, state) ->
              binding
                  .append("      ")
                  .append(moment)
                  .append(": {state: [")
                  .append(state)
                  .append("]}\n"));
      Files.write(folder.resolve("items.csv"), trails());
    } else {
      Files.write(folder.resolve("items.csv"), rows());
    }
    List<String> holds =
        set.turns().stream().filter(Turn.Hold.class::isInstance).map(Turn::id).toList();
    if (!holds.isEmpty()) {
      binding.append("    holds:\n");
    }
    for (String hold : holds) {
      binding
          .append("      ")
          .append(hold)
          .append(": {files: [")
          .append(hold)
          .append(".csv], columns: {from: from, until: until}}\n");
      Files.write(folder.resolve(hold + ".csv"), holds(hold));
    }
    Files.writeString(folder.resolve("records.yaml"), binding);
  }

  private List<String> rows() {
    List<String> moments = recorded();
    List<String> lines = new ArrayList<>();
    lines.add(
        "number," + String.join(",", moments) + "," + String.join(",", set.fields().keySet()));
    for (RefereeCase one : scenario.records().cases()) {
      List<String> cells = new ArrayList<>(List.of(one.key()));
      moments.forEach(moment -> cells.add(first(one, moment)));
      cells.addAll(values(one.changes().get(0).values()));
      lines.add(String.join(",", cells));
    }
    return lines;
  }

  private List<String> trails() {
    List<String> lines = new ArrayList<>();
    lines.add("number,at,step,state,opened,due," + String.join(",", set.fields().keySet()));
    for (RefereeCase one : scenario.records().cases()) {
      Map<Long, String> states = new LinkedHashMap<>();
      STATES.forEach(
          (moment, state) ->
              one.occurrences()
                  .getOrDefault(moment, List.of())
                  .forEach(o -> states.put(o.seq(), state)));
      String previous = "";
      for (RefereeCase.Change change : one.changes()) {
        String state = states.getOrDefault(change.seq(), "");
        if (state.isEmpty()) {
          state = previous.equals("idle") ? "idle too" : "idle";
        }
        List<String> cells =
            new ArrayList<>(
                List.of(
                    one.key(),
                    instant(change.at()),
                    "" + change.seq(),
                    state,
                    first(one, "opened"),
                    first(one, "due")));
        cells.addAll(values(change.values()));
        lines.add(String.join(",", cells));
        previous = state;
      }
    }
    return lines;
  }

  private List<String> holds(String hold) {
    List<String> lines = new ArrayList<>(List.of("number,from,until"));
    for (RefereeCase one : scenario.records().cases()) {
      for (RefereeCase.Hold held : one.holds()) {
        if (held.id().equals(hold)) {
          lines.add(
              one.key()
                  + ","
                  + instant(held.from())
                  + ","
                  + (held.until().isPresent() ? instant(held.until().getAsLong()) : ""));
        }
      }
    }
    return lines;
  }

  private List<String> recorded() {
    return set.moments().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof MomentTerm.Recorded)
        .map(Map.Entry::getKey)
        .toList();
  }

  private String first(RefereeCase one, String moment) {
    List<RefereeCase.Occurrence> list = one.occurrences().getOrDefault(moment, List.of());
    if (list.isEmpty()) {
      return "";
    }
    boolean date =
        set.moments().get(moment) instanceof MomentTerm.Recorded recorded
            && recorded.precision() == Precision.DATE;
    long at = list.get(0).at();
    return date ? LocalDate.ofEpochDay(at).toString() : instant(at);
  }

  private List<String> values(Map<String, Object> values) {
    List<String> cells = new ArrayList<>();
    set.fields()
        .forEach(
            (id, field) -> {
              Object value = values.get(id);
              cells.add(
                  value == null
                      ? ""
                      : switch (field.type()) {
                        case SHARE -> ((BigDecimal) value).movePointRight(2).toPlainString() + "%";
                        case DURATION -> "PT" + seconds((Long) value) + "S";
                        default -> value.toString();
                      });
            });
    return cells;
  }

  private static String seconds(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
  }

  private static String instant(long micros) {
    return WallClock.instant(micros).toString();
  }
}
