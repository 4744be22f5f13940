package org.plumbline.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.register.Load;
import org.plumbline.report.RequestSections;

/**
 * Results of periods whose records were final: no later delivery changes them (situation S7;
 * docs/meaning.md 24). What one would have changed is told.
 */
public final class Settled {

  private final KnownRegister register;
  private final Deliveries deliveries;
  private final Agreement agreement;

  /**
   * What is known.
   *
   * @param today what came later is not known
   * @param agreement the text whose deliveries and finality hold
   */
  public Settled(KnownRegister register, LocalDate today, Agreement agreement) {
    this.register = register;
    this.deliveries = new Deliveries(register, today);
    this.agreement = agreement;
  }

  /**
   * What was counted, with final results as they were.
   *
   * @param without the results without some deliveries
   */
  public Reconsidering.Measured of(
      Reconsidering.Measured measured, Function<Set<String>, Results> without) {
    Results all = measured.counted().results();
    Map<Set<String>, Results> others = new LinkedHashMap<>();
    List<Result> settled = new ArrayList<>();
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (Result result : all.results()) {
      Set<String> late = deliveries.late(agreement, result);
      Optional<Result> was =
          late.isEmpty()
              ? Optional.of(result)
              : others.computeIfAbsent(late, without).results().stream()
                  .filter(each -> new Changed(Optional.of(each), Optional.empty()).isOf(result))
                  .findFirst();
      was.ifPresent(settled::add);
      if (was.isPresent() && !late.isEmpty() && differ(was.get(), result)) {
        String what =
            result.metric()
                + " "
                + result.period().name()
                + " (with it: "
                + RequestSections.brief(result)
                + ")";
        late.forEach(id -> told.computeIfAbsent(id, key -> new ArrayList<>()).add(what));
      }
    }
    List<Finding> findings = new ArrayList<>(measured.findings());
    told.forEach((id, results) -> findings.add(finding(id, results)));
    return new Reconsidering.Measured(
        measured.counted().with(new Results(all.agreement(), all.asOf(), settled)),
        measured.versions(),
        measured.requests(),
        findings);
  }

  private static boolean differ(Result was, Result is) {
    return !Changed.between(alone(was), alone(is)).isEmpty();
  }

  private static Results alone(Result result) {
    return new Results("", java.time.Instant.EPOCH, List.of(result));
  }

  private Finding finding(String id, List<String> results) {
    Load load = register.register().loads().get(id);
    return Finding.of(
        FindingCode.AFTER_FINAL,
        register.register().places().at("loads/" + id),
        "the delivery "
            + id
            + " of "
            + Optional.ofNullable(load).map(Load::delivered).orElse(LocalDate.EPOCH)
            + " came after the records were final, and does not change "
            + String.join(", ", results),
        "ask for reconsideration of what it shows");
  }
}
