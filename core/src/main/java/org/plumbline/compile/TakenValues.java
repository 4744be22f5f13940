package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.none;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * The moments and fields of a set that is worked out: what the other set has under the same name is
 * its, all else comes from the set's own records (docs/meaning.md 14).
 */
final class TakenValues {

  /** The column with why an own record cannot be trusted. */
  static final String UNUSABLE = "own unusable";

  /** The column with the number of an own record. */
  static final String CASE = "own record";

  /** The column with the file of an own record. */
  static final String FILE = "own file";

  /** The column with the row of an own record. */
  static final String ROW = "own row";

  private final Derivation derivation;
  private final Optional<SourceRows> source;
  private final Optional<SourceRows> own;
  private final Map<String, Expression> columns = new LinkedHashMap<>();
  private final Map<String, Precision> moments = new LinkedHashMap<>();
  private final List<Named> ownColumns = new ArrayList<>();
  private final Map<String, Type> ownTypes = new LinkedHashMap<>();

  TakenValues(Derivation derivation, Optional<SourceRows> source, Optional<SourceRows> own) {
    this.derivation = derivation;
    this.source = source;
    this.own = own;
  }

  Optional<SourceRows> own() {
    return own;
  }

  /** The columns of the cases: expressions over the source's and the own columns. */
  Map<String, Expression> columns() {
    return columns;
  }

  Map<String, Precision> moments() {
    return moments;
  }

  /** The columns where no own record is at hand. */
  Map<String, Expression> withoutOwn(Map<String, Expression> all) {
    Map<String, Expression> without = new LinkedHashMap<>(all);
    ownTypes.forEach((name, type) -> without.put(name, none(type)));
    return without;
  }

  /** Adds to the frame of the source what is taken from it. */
  void take() {
    take(Set.of());
  }

  /**
   * Adds to the frame of the source what is taken from it.
   *
   * @param except moments that are worked out
   */
  void take(Set<String> except) {
    derivation.set().moments().forEach((id, term) -> takeMoment(id, term, except));
    SetTerms.fields(derivation.set()).forEach(this::takeField);
  }

  private void takeMoment(String id, MomentTerm term, Set<String> except) {
    if (!(term instanceof MomentTerm.Recorded recorded) || except.contains(id)) {
      return;
    }
    String name = StoredSet.momentColumn(id);
    Optional<Precision> declared = derivation.declared(id);
    Optional<SourceRows> from = source.filter(each -> each.hasMoment(id));
    Optional<SourceRows> fromOwn =
        own.filter(each -> from.isEmpty() && each.stored().moments().containsKey(id));
    if (from.isPresent()) {
      MomentValue value = from.get().moment(id, declared);
      columns.put(name, taken(from.get(), id, value.value()));
      moments.put(id, value.precision());
    } else if (fromOwn.isPresent()) {
      MomentValue value = fromOwn.get().moment(id, declared);
      String column = "own " + name;
      ownColumns.add(new Named(column, value.value()));
      ownTypes.put(name, Type.LONG);
      columns.put(name, column(column));
      moments.put(id, value.precision());
    } else {
      columns.put(name, none(Type.LONG));
      moments.put(id, recorded.precision());
    }
  }

  private static Expression taken(SourceRows from, String id, Expression value) {
    String column = "taken " + id;
    return from.frame().put(from.frame().unique(column), value, id);
  }

  private void takeField(String id) {
    String name = StoredSet.fieldColumn(id);
    Optional<SourceRows> from = source.filter(each -> each.hasField(id));
    if (from.isPresent()) {
      columns.put(name, taken(from.get(), id, from.get().field(id, derivation.type(id))));
    } else if (own.isPresent() && own.get().hasField(id)) {
      String column = "own " + name;
      ownColumns.add(new Named(column, own.get().field(id, derivation.type(id))));
      ownTypes.put(name, SourceRows.columnType(derivation.type(id)));
      columns.put(name, column(column));
    } else {
      columns.put(name, none(SourceRows.columnType(derivation.type(id))));
    }
  }

  /**
   * The own records with what is taken from them.
   *
   * @param keys by which they are found
   */
  Plan ownPlan(List<Named> keys) {
    Frame frame = own.orElseThrow().frame();
    List<Named> added = new ArrayList<>(keys);
    added.addAll(ownColumns);
    added.add(new Named(UNUSABLE, column("unusable")));
    added.add(new Named(CASE, column("case_no")));
    added.add(new Named(FILE, column("file_no")));
    added.add(new Named(ROW, column("row_no")));
    return new Plan.Extend(frame.plan(), List.of(), added, "records of " + derivation.id());
  }
}
