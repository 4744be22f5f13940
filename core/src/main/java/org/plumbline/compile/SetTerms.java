package org.plumbline.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;

/**
 * A record set as metrics read it once it is worked out: a moment that another set has under the
 * same name stands as recorded, and readings have {@code began} and {@code ended} (docs/meaning.md
 * 14).
 */
final class SetTerms {

  private static final int DEEPEST = 100;

  private SetTerms() {}

  /** The set from which a set is worked out, if it is. */
  static Optional<String> source(RecordSet set) {
    if (set.origin() instanceof Origin.Groups groups) {
      return Optional.of(groups.of());
    }
    if (set.origin() instanceof Origin.Sample sample) {
      return Optional.of(sample.of());
    }
    return set.origin() instanceof Origin.Expected expected ? expected.of() : Optional.empty();
  }

  /** The set, one of the agreement or of the register; empty if there is none of this id. */
  static Optional<RecordSet> of(Agreement agreement, String id) {
    return of(agreement, id, 0);
  }

  private static Optional<RecordSet> of(Agreement agreement, String id, int depth) {
    return agreement.recordSet(id).map(set -> worked(agreement, set, depth));
  }

  private static RecordSet worked(Agreement agreement, RecordSet set, int depth) {
    Map<String, MomentTerm> moments = new LinkedHashMap<>(set.moments());
    if (set.origin() instanceof Origin.Readings) {
      moments.put("began", new MomentTerm.Recorded(Precision.INSTANT));
      moments.put("ended", new MomentTerm.Recorded(Precision.INSTANT));
    }
    boolean takes =
        set.origin() instanceof Origin.Sample || set.origin() instanceof Origin.Expected;
    if (takes && depth < DEEPEST) {
      source(set)
          .flatMap(source -> of(agreement, source, depth + 1))
          .ifPresent(
              source ->
                  source
                      .moments()
                      .keySet()
                      .forEach(id -> moments.computeIfPresent(id, (name, term) -> recorded(term))));
    }
    return with(set, moments, set.reopening().isPresent(), set.origin());
  }

  private static MomentTerm recorded(MomentTerm term) {
    return term instanceof MomentTerm.Recorded ? term : new MomentTerm.Recorded(Precision.INSTANT);
  }

  /** The set as others are worked out from it: without reopenings. */
  static RecordSet asSource(RecordSet set, Origin origin) {
    return with(set, set.moments(), false, origin);
  }

  private static RecordSet with(
      RecordSet set, Map<String, MomentTerm> moments, boolean reopening, Origin origin) {
    return new RecordSet(
        set.caseKey(),
        moments,
        set.fields(),
        set.turns(),
        reopening ? set.reopening() : Optional.empty(),
        set.voidedBy(),
        set.closedBy(),
        set.delivery(),
        origin);
  }

  /** The fields of a set: those of its key first, unless they are moments, then the others. */
  static List<String> fields(RecordSet set) {
    List<String> fields = new ArrayList<>();
    set.caseKey().stream().filter(part -> !set.moments().containsKey(part)).forEach(fields::add);
    set.fields().keySet().stream().filter(id -> !fields.contains(id)).forEach(fields::add);
    return fields;
  }
}
