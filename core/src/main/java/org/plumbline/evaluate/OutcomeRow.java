package org.plumbline.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.compile.States;

/** A row of outcomes as an engine brings it; it becomes a {@link CaseOutcome}. */
public final class OutcomeRow {

  private final CompiledMetric metric;
  private final Map<String, Object> values;
  private final Map<String, String> fields;
  private final List<String> files;
  private final List<String> exclusions;

  /**
   * A row.
   *
   * @param values by {@link CompiledMetric#outcomeColumns}: numbers are Long; what is null is left
   *     out
   * @param fields the values of fields
   * @param exclusions ids of the agreement's exclusions, in order
   */
  public OutcomeRow(
      CompiledMetric metric,
      Map<String, Object> values,
      Map<String, String> fields,
      List<String> files,
      List<String> exclusions) {
    this.metric = metric;
    this.values = values;
    this.fields = fields;
    this.files = files;
    this.exclusions = exclusions;
  }

  /** The outcome. */
  public CaseOutcome outcome() {
    long line = number("line").orElse(-1);
    long state = number("state").orElse(States.OPEN);
    boolean decided = state == States.DECIDED || state == States.UNUSABLE_NOT_MET;
    Optional<ReportingPeriod> period = metric.windows().periodAt(number("period").orElse(-1));
    return new CaseOutcome(
        metric.id(),
        String.valueOf(values.get("case_key")),
        (int) number("part").orElse(0),
        Optional.ofNullable(values.get("holder")).map(String::valueOf),
        state(state),
        reason(state),
        exclusion(state),
        line < 0
            ? Optional.empty()
            : Optional.of(new LineId(LineId.LevelKind.TARGET, (int) line, 0)),
        instant("start"),
        instant("stop"),
        number("elapsed"),
        number("limit"),
        FigureUnits.of(TimeAmount.Kind.values()[(int) number("unit").orElse(0)]),
        instant("due"),
        decided ? date("day") : Optional.empty(),
        period,
        fields,
        new CaseOutcome.SourceRow(file(), number("row").orElse(0)));
  }

  private String file() {
    long number = number("file").orElse(-1);
    return number >= 0 && number < files.size() ? files.get((int) number) : "";
  }

  private CaseOutcome.State state(long state) {
    if (state == States.DECIDED) {
      OptionalLong met = number("met");
      return met.isEmpty()
          ? CaseOutcome.State.INDETERMINATE
          : met.getAsLong() == 1 ? CaseOutcome.State.MET : CaseOutcome.State.NOT_MET;
    }
    if (state == States.UNUSABLE_NOT_MET) {
      return CaseOutcome.State.NOT_MET;
    }
    if (state == States.VOIDED) {
      return CaseOutcome.State.VOIDED;
    }
    if (state == States.NOT_QUALIFIED) {
      return CaseOutcome.State.NOT_QUALIFIED;
    }
    return state == States.INDETERMINATE ? CaseOutcome.State.INDETERMINATE : CaseOutcome.State.OPEN;
  }

  private Optional<String> exclusion(long state) {
    OptionalLong by = number("out");
    return state == States.VOIDED && by.isPresent()
        ? Optional.of(exclusions.get((int) by.getAsLong()))
        : Optional.empty();
  }

  private String reason(long state) {
    if (values.get("unusable") instanceof String why) {
      return why;
    }
    if (state != States.INDETERMINATE) {
      return "";
    }
    if (instant("stop").isEmpty()) {
      return "closed without a stop";
    }
    if (instant("start").isEmpty()) {
      return "stopped without a start";
    }
    return instant("stop").get().isBefore(instant("start").get())
        ? "stopped before it started"
        : "line, limit or qualification unknown";
  }

  private OptionalLong number(String name) {
    @Nullable Object value = values.get(name);
    return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private Optional<Instant> instant(String name) {
    OptionalLong micros = number(name);
    return micros.isPresent()
        ? Optional.of(EpochMicros.toInstant(micros.getAsLong()))
        : Optional.empty();
  }

  private Optional<LocalDate> date(String name) {
    OptionalLong day = number(name);
    return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsLong())) : Optional.empty();
  }
}
