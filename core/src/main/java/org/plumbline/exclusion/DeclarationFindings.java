package org.plumbline.exclusion;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Effect;
import org.plumbline.agreement.Exclusion.Ground;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;
import org.plumbline.finding.Severity;

/**
 * What is said of declarations that have no effect, or not all that they would have
 * (docs/meaning.md 19): nobody is left to believe that a time is excluded which counts.
 */
final class DeclarationFindings {

  private static final String COUNTS = "what it declares counts like any other time";

  private final Standing standing;
  private final Map<String, List<DeclaredTime>> times;
  private final Map<String, List<LocalDate>> dates;
  private final Findings findings = new Findings();

  private DeclarationFindings(
      Standing standing,
      Map<String, List<DeclaredTime>> times,
      Map<String, List<LocalDate>> dates) {
    this.standing = standing;
    this.times = times;
    this.dates = dates;
  }

  /**
   * A finding for each declaration without its whole effect, in file order.
   *
   * @param times what stands within the allowances, by exclusion
   * @param dates the local dates likewise
   */
  static List<Finding> of(
      List<Declaration> declarations,
      Standing standing,
      Map<String, List<DeclaredTime>> times,
      Map<String, List<LocalDate>> dates) {
    DeclarationFindings all = new DeclarationFindings(standing, times, dates);
    declarations.stream()
        .filter(each -> each.declared().filter(at -> at > standing.asOf()).isEmpty())
        .forEach(all::add);
    return all.findings.inFileOrder();
  }

  private void add(Declaration declaration) {
    if (declaration.exclusion().isEmpty()) {
      findings.add(
          FindingCode.DECLARATION_DOES_NOT_STAND,
          declaration.place(),
          "the declaration has no effect: it does not say under which exclusion",
          COUNTS);
      return;
    }
    String id = declaration.exclusion().get();
    Exclusion exclusion = standing.agreement().exclusions().get(id);
    if (exclusion == null || !(exclusion.ground() instanceof Ground.Declared terms)) {
      findings.add(
          FindingCode.DECLARATION_OF_NOTHING,
          declaration.place(),
          "the declaration has no effect: "
              + (exclusion == null
                  ? "the agreement has no exclusion " + id
                  : "the exclusion " + id + " is not one of declared times"),
          "name " + declarable());
      return;
    }
    Standing.Answer answer = standing.of(id, declaration, terms);
    if (answer.declared().isPresent()) {
      beyond(declaration, answer.declared().get(), exclusion, terms);
    } else {
      findings.add(
          new Finding(
              FindingCode.DECLARATION_DOES_NOT_STAND,
              answer.waits() ? Severity.NOTE : FindingCode.DECLARATION_DOES_NOT_STAND.severity(),
              declaration.place(),
              "the declaration under " + id + " has no effect: " + answer.why(),
              answer.waits() ? "" : COUNTS));
    }
  }

  private String declarable() {
    List<String> ids =
        standing.agreement().exclusions().entrySet().stream()
            .filter(each -> each.getValue().ground() instanceof Ground.Declared)
            .map(Map.Entry::getKey)
            .toList();
    return ids.isEmpty()
        ? "one of declared times; the agreement has none"
        : "one of " + String.join(", ", ids);
  }

  private void beyond(
      Declaration declaration, DeclaredTime time, Exclusion exclusion, Ground.Declared terms) {
    if (terms.atMost().isEmpty()) {
      return;
    }
    Exclusion.Allowance most = terms.atMost().get();
    boolean inHours = most.of().kind() == TimeAmount.Kind.ELAPSED;
    Optional<String> much =
        inHours
            ? exclusion.effect() instanceof Effect.Closes ? Optional.empty() : hoursOver(time)
            : datesOver(time);
    much.ifPresent(
        over ->
            findings.add(
                FindingCode.BEYOND_THE_ALLOWANCE,
                declaration.place(),
                over
                    + " of the declaration under "
                    + time.exclusion()
                    + (inHours || !over.startsWith("1 ") ? " are" : " is")
                    + " beyond the agreed "
                    + most.of()
                    + " per "
                    + most.per(),
                "what is beyond counts like any other time"));
  }

  private Optional<String> hoursOver(DeclaredTime time) {
    long within =
        times.getOrDefault(time.exclusion(), List.of()).stream()
            .mapToLong(
                each ->
                    Math.max(
                        0,
                        Math.min(each.until(), time.until()) - Math.max(each.from(), time.from())))
            .sum();
    long over = time.until() - time.from() - within;
    return over <= 0 ? Optional.empty() : Optional.of(length(over));
  }

  /** Hours, minutes and, where they matter, seconds. */
  private static String length(long micros) {
    Duration length = Duration.ofNanos(micros * 1_000);
    String text = length.toHours() + ":" + two(length.toMinutesPart());
    return (length.toSecondsPart() == 0 ? text : text + ":" + two(length.toSecondsPart()))
        + " hours";
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private Optional<String> datesOver(DeclaredTime time) {
    List<LocalDate> within = dates.getOrDefault(time.exclusion(), List.of());
    LocalDate last = standing.time().dateOf(time.until() - 1);
    long over =
        standing
            .time()
            .dateOf(time.from())
            .datesUntil(last.plusDays(1))
            .filter(date -> !within.contains(date))
            .count();
    return over == 0 ? Optional.empty() : Optional.of(over + (over == 1 ? " day" : " days"));
  }
}
