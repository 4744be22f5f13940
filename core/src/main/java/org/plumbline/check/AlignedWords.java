package org.plumbline.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.catalog.MeasureKind;
import org.plumbline.catalog.MeasureSense;
import org.plumbline.catalog.Stems;
import org.plumbline.finding.FindingCode;

/**
 * A metric counts what its measure counts, of the cases that it counts, from and to the moments
 * that it names, as far as words tell.
 */
final class AlignedWords {

  /** What the built-in record sets are about, in the words of measures. */
  private static final Map<String, String> REGISTER =
      Map.of(
          "register/results", "service measure target performance metric level",
          "register/amendments", "service measure target adjustment change",
          "register/reviews", "service level review meeting",
          "register/actions", "performance issue action improvement change",
          "register/commitments", "commitment support plan",
          "register/deliveries", "report delivery",
          "register/reconsiderations", "reconsideration request dispute",
          "register/bills", "bill invoice");

  private AlignedWords() {}

  static void check(AlignedMetric aligned) {
    unit(aligned);
    aligned.metric().qualifies().ifPresent(condition -> population(aligned, condition));
    aligned.metric().clock().ifPresent(clock -> clock(aligned, clock));
  }

  private static void unit(AlignedMetric aligned) {
    MeasureSense sense = aligned.measure().sense();
    boolean told =
        (sense.kind() == MeasureKind.SHARE || sense.kind() == MeasureKind.COUNT)
            && !sense.counted().matches("(?i).*\\b(dollars?|amount|time)\\b.*");
    Set<String> counted = Stems.of(head(sense.counted()));
    Set<String> here = unitWords(aligned);
    if (told
        && !counted.isEmpty()
        && !here.isEmpty()
        && counted.stream().noneMatch(here::contains)) {
      aligned.tell(
          FindingCode.OTHER_UNIT_THAN_MEASURE,
          "records",
          "unit",
          "the measure counts "
              + head(sense.counted())
              + ", and the cases are "
              + aligned.metric().records(),
          "count the same");
    }
  }

  /** The thing itself, without what is said of it. */
  private static String head(String counted) {
    return counted
        .split("(?i)\\b(containing|of|for|with|that|by|which|on|in|from|to|due|at|per|\\()\\b", 2)[
        0]
        .strip();
  }

  private static Set<String> unitWords(AlignedMetric aligned) {
    String set = aligned.metric().records();
    Set<String> words = new LinkedHashSet<>(Stems.of(REGISTER.getOrDefault(set, set)));
    aligned
        .set()
        .ifPresent(
            records -> {
              records.caseKey().forEach(key -> words.addAll(Stems.of(key.replace('-', ' '))));
              if (records.origin() instanceof Origin.Groups groups) {
                groups.by().forEach(key -> words.addAll(Stems.of(key.replace('-', ' '))));
              } else if (records.origin() instanceof Origin.Sample sample) {
                words.addAll(Stems.of(sample.of().replace('-', ' ')));
              }
            });
    words.addAll(Stems.of(set.replace('-', ' ')));
    return words;
  }

  private static void population(AlignedMetric aligned, Condition condition) {
    Set<String> said = Stems.of(aligned.words());
    for (Terms.Test test : Terms.tests(condition, "qualifies")) {
      Set<String> words = new LinkedHashSet<>();
      for (Literal literal : test.literals()) {
        if (literal instanceof Literal.Text text) {
          words.addAll(Stems.of(text.value().replace('-', ' ')));
        }
      }
      if (words.isEmpty()) {
        words.addAll(Stems.of(test.subject().replace('-', ' ')));
        words.add(test.subject());
      }
      if (test.test() instanceof Condition.Ordered ordered
          && ordered.against() instanceof MomentTerm.Named named) {
        words.addAll(Stems.of(named.id().replace('-', ' ')));
      }
      if (!words.isEmpty() && words.stream().noneMatch(said::contains)) {
        aligned.tell(
            FindingCode.OTHER_POPULATION_THAN_MEASURE,
            test.path(),
            "population",
            "only cases count of which something holds of "
                + test.subject()
                + ", and the measure does not say so",
            "let all cases count that the measure counts");
      }
    }
  }

  private static void clock(AlignedMetric aligned, Clock clock) {
    MeasureSense sense = aligned.measure().sense();
    if (sense.limit().isEmpty() && sense.kind() != MeasureKind.TIME) {
      return;
    }
    clock
        .starts()
        .ifPresent(start -> moment(aligned, "start", "clock/starts", sense.start(), start));
    moment(aligned, "stop", "clock/stops", sense.stop(), clock.stops());
  }

  private static void moment(
      AlignedMetric aligned, String respect, String path, String said, MomentTerm term) {
    Set<String> there = Stems.of(said.split("[,;.(]", 2)[0]);
    Set<String> here = new LinkedHashSet<>();
    aligned.set().ifPresent(set -> collect(term, set, here, 0));
    if (!there.isEmpty() && !here.isEmpty() && there.stream().noneMatch(here::contains)) {
      aligned.tell(
          FindingCode.OTHER_CLOCK_THAN_MEASURE,
          path,
          respect,
          "the measure "
              + (respect.equals("start") ? "times from " : "waits for what is ")
              + said
              + ", and the clock "
              + (respect.equals("start") ? "starts" : "stops")
              + " elsewhere",
          "name the moment that the measure names");
    }
  }

  /** The words of a moment and of those from which it is derived. */
  private static void collect(MomentTerm term, RecordSet set, Set<String> words, int depth) {
    if (depth > 8) {
      return;
    }
    if (term instanceof MomentTerm.Named named) {
      words.addAll(Stems.of(named.id().replace('-', ' ')));
      MomentTerm derived = set.moments().get(named.id());
      if (derived != null) {
        collect(derived, set, words, depth + 1);
      }
    }
    List<MomentTerm> parts = Terms.parts(term);
    parts.forEach(part -> collect(part, set, words, depth + 1));
  }
}
