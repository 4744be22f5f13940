package org.plumbline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Turn;

/** A record set with its names resolved: which moments and fields it has, and how fine they are. */
final class SetView {

  /** Moments derived from moments are followed so far; nobody writes more by hand. */
  private static final int DEEPEST = 100;

  private final String id;
  private final RecordSet set;
  private final Draft draft;
  private final Map<String, MomentTerm> moments;
  private final Map<String, Field> fields;
  private final Map<String, Optional<Precision>> precisions = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();
  private int depth;

  SetView(String id, RecordSet set, Draft draft) {
    this.id = id;
    this.set = set;
    this.draft = draft;
    moments = new HashMap<>(set.moments());
    if (set.origin() instanceof Origin.Readings) {
      moments.putIfAbsent("began", new MomentTerm.Recorded(Precision.INSTANT));
      moments.putIfAbsent("ended", new MomentTerm.Recorded(Precision.INSTANT));
    }
    fields = new HashMap<>(set.fields());
    for (String key : set.caseKey()) {
      if (!moments.containsKey(key)) {
        fields.putIfAbsent(
            key, new Field(Field.Type.TEXT, Optional.empty(), Optional.empty(), false));
      }
    }
  }

  String id() {
    return id;
  }

  RecordSet set() {
    return set;
  }

  boolean isRegister() {
    return id.startsWith(RegisterSets.PREFIX);
  }

  String path() {
    return "records/" + id;
  }

  /** A moment's term by its name. */
  Optional<MomentTerm> moment(String name) {
    return Optional.ofNullable(moments.get(name));
  }

  /** A field by its name; key fields that are not declared are texts. */
  Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  Set<String> momentNames() {
    return moments.keySet();
  }

  Set<String> fieldNames() {
    return fields.keySet();
  }

  /** Holds in their order. */
  List<Turn.Hold> holds() {
    return set.turns().stream()
        .filter(Turn.Hold.class::isInstance)
        .map(Turn.Hold.class::cast)
        .toList();
  }

  /** Stages in their order. */
  List<Turn.Stage> stages() {
    return set.turns().stream()
        .filter(Turn.Stage.class::isInstance)
        .map(Turn.Stage.class::cast)
        .toList();
  }

  /** The set whose records are the members of this set's cases, if it is a set of groups. */
  Optional<SetView> members() {
    return set.origin() instanceof Origin.Groups groups && !groups.of().equals(id)
        ? draft.set(groups.of())
        : Optional.empty();
  }

  /** The set in which the term inside {@code first} or {@code last} is read. */
  SetView setWithin(MomentTerm inner) {
    Optional<SetView> members = members();
    boolean ofMembers =
        members.isPresent()
            && (!(inner instanceof MomentTerm.Named named)
                || members.get().moment(named.id()).isPresent());
    return ofMembers ? members.orElseThrow() : this;
  }

  /** How finely a moment is known; empty if it cannot be said. */
  Optional<Precision> precision(MomentTerm term) {
    if (term instanceof MomentTerm.Named named) {
      return precisionOf(named.id());
    }
    if (term instanceof MomentTerm.Recorded recorded) {
      return Optional.of(recorded.precision());
    }
    if (term instanceof MomentTerm.DayOfPeriod || term instanceof MomentTerm.Fixed) {
      return Optional.of(Precision.DATE);
    }
    if (term instanceof MomentTerm.First first) {
      return setWithin(first.of()).precision(first.of());
    }
    if (term instanceof MomentTerm.Last last) {
      return setWithin(last.of()).precision(last.of());
    }
    Optional<Precision> coarsest = Optional.empty();
    List<MomentTerm> parts =
        term instanceof MomentTerm.Next next ? List.of(next.of()) : Terms.parts(term);
    for (MomentTerm part : parts) {
      Optional<Precision> one = precision(part);
      coarsest = coarsest.isEmpty() ? one : coarsest.map(p -> one.map(p::coarser).orElse(p));
    }
    return coarsest;
  }

  private Optional<Precision> precisionOf(String name) {
    if (name.equals(MomentTerm.PERIOD_START) || name.equals(MomentTerm.PERIOD_END)) {
      return Optional.of(Precision.DATE);
    }
    Optional<Precision> known = precisions.get(name);
    if (known == null) {
      precisions.put(name, Optional.empty());
      known = Optional.empty();
      if (depth < DEEPEST) {
        depth++;
        known = moment(name).flatMap(this::precision);
        depth--;
      }
      precisions.put(name, known);
    }
    return known;
  }

  /**
   * The names that a term reaches through derived moments: moments of this set or its members, and
   * the words for the ends of the period.
   */
  Set<String> reach(MomentTerm term) {
    Set<String> names = new LinkedHashSet<>();
    for (MomentTerm part : Terms.parts(term)) {
      boolean occurrence = term instanceof MomentTerm.First || term instanceof MomentTerm.Last;
      names.addAll((occurrence ? setWithin(part) : this).reach(part));
    }
    if (term instanceof MomentTerm.Named named) {
      names.addAll(reachOf(named.id()));
    }
    return names;
  }

  private Set<String> reachOf(String name) {
    Set<String> known = reached.get(name);
    if (known == null) {
      reached.put(name, Set.of(name));
      Set<String> names = new HashSet<>(Set.of(name));
      if (depth < DEEPEST) {
        depth++;
        moment(name).ifPresent(term -> names.addAll(reach(term)));
        depth--;
      }
      known = names;
      reached.put(name, known);
    }
    return known;
  }

  /** Every name of a moment or a field, for a suggestion. */
  List<String> names() {
    List<String> names = new ArrayList<>(new LinkedHashSet<>(set.moments().keySet()));
    moments.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    fields.keySet().stream().sorted().forEach(names::add);
    return names;
  }
}
