package org.plumbline.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Agreement;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.Measured;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/** Evaluates an agreement, and the same with some terms changed, over the same records. */
public interface Ours {

  /** The agreement as reports show it. */
  Agreement shown();

  /** All texts of it, in order. */
  List<Agreement> texts();

  /** Evaluates with these terms in place of those of each text. */
  Run run(UnaryOperator<Agreement> terms);

  /** What an evaluation gave. */
  interface Run {
    /** Results of all metrics and periods. */
    Results results();

    /**
     * How the cases with these keys stand for a metric, or all of them.
     *
     * @param keys empty: all
     */
    List<CaseOutcome> outcomes(String metric, Optional<Set<String>> keys);
  }

  /** An agreement of which there is one text. */
  static Ours of(Engine engine, Agreement agreement, Map<String, StoredSet> loaded, Instant asOf) {
    return new Ours() {
      @Override
      public Agreement shown() {
        return agreement;
      }

      @Override
      public List<Agreement> texts() {
        return List.of(agreement);
      }

      @Override
      public Run run(UnaryOperator<Agreement> terms) {
        Agreement changed = terms.apply(agreement);
        Evaluated evaluated = Rounds.evaluate(engine, changed, loaded, asOf, set -> {});
        return new Run() {
          @Override
          public Results results() {
            return evaluated.results();
          }

          @Override
          public List<CaseOutcome> outcomes(String metric, Optional<Set<String>> keys) {
            CompiledSet compiled = evaluated.compiled().get(metric);
            return compiled == null
                ? List.of()
                : Ours.outcomes(engine, changed, compiled, metric, keys);
          }
        };
      }
    };
  }

  /**
   * An agreement of which some results were final before later records came; single cases are told
   * of all records.
   *
   * @param all over all records
   * @param earlier over the records that count of a result; empty: all
   */
  static Ours settled(Ours all, Function<Result, Optional<Ours>> earlier) {
    return new Ours() {
      @Override
      public Agreement shown() {
        return all.shown();
      }

      @Override
      public List<Agreement> texts() {
        return all.texts();
      }

      @Override
      public Run run(UnaryOperator<Agreement> terms) {
        Run stands = all.run(terms);
        Map<Ours, Run> runs = new HashMap<>();
        List<Result> settled = new ArrayList<>();
        for (Result result : stands.results().results()) {
          Optional<Ours> other = earlier.apply(result);
          if (other.isEmpty()) {
            settled.add(result);
          } else {
            runs.computeIfAbsent(other.get(), own -> own.run(terms)).results().results().stream()
                .filter(each -> new Changed(Optional.of(each), Optional.empty()).isOf(result))
                .forEach(settled::add);
          }
        }
        Results results = stands.results();
        return new Run() {
          @Override
          public Results results() {
            return new Results(results.agreement(), results.asOf(), settled);
          }

          @Override
          public List<CaseOutcome> outcomes(String metric, Optional<Set<String>> keys) {
            return stands.outcomes(metric, keys);
          }
        };
      }
    };
  }

  /** An agreement in several versions. */
  static Ours of(Engine engine, Versions versions, Map<String, StoredSet> loaded, Instant asOf) {
    Versions asked = InForce.asked(versions, asOf);
    return new Ours() {
      @Override
      public Agreement shown() {
        return InForce.shown(asked);
      }

      @Override
      public List<Agreement> texts() {
        return asked.versions().stream().map(Version::agreement).toList();
      }

      @Override
      public Run run(UnaryOperator<Agreement> terms) {
        List<Version> changed =
            asked.versions().stream()
                .map(
                    version ->
                        new Version(
                            terms.apply(version.agreement()), version.hash(), version.file()))
                .toList();
        UnderVersions found =
            InForce.evaluate(engine, new Versions(changed), loaded, asOf, set -> {});
        return new Run() {
          @Override
          public Results results() {
            return found.results();
          }

          @Override
          public List<CaseOutcome> outcomes(String metric, Optional<Set<String>> keys) {
            return Ours.outcomes(engine, found, metric, keys);
          }
        };
      }
    };
  }

  private static List<CaseOutcome> outcomes(
      Engine engine, UnderVersions found, String metric, Optional<Set<String>> keys) {
    Set<List<Object>> told = new HashSet<>();
    List<CaseOutcome> outcomes = new ArrayList<>();
    found.measured().stream()
        .filter(part -> part.metric().equals(metric))
        .sorted(Comparator.comparing((Measured part) -> -part.period().number()))
        .forEach(
            part ->
                outcomes(engine, part.agreement(), part.compiled(), part.id(), keys).stream()
                    .filter(outcome -> told.add(List.<Object>of(outcome.key(), outcome.part())))
                    .map(outcome -> outcome.as(metric, outcome.period()))
                    .forEach(outcomes::add));
    return outcomes;
  }

  private static List<CaseOutcome> outcomes(
      Engine engine,
      Agreement agreement,
      CompiledSet compiled,
      String metric,
      Optional<Set<String>> keys) {
    CompiledSet asked =
        keys.map(few -> Compiler.compileCases(agreement, compiled, List.of(metric), few))
            .orElse(compiled);
    return engine.outcomes(agreement, asked, Objects.requireNonNull(metric), OutcomeQuery.all());
  }
}
