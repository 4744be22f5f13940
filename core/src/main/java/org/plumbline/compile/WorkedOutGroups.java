package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.none;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Aggregate.Function;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * One case for each tuple of values of some fields of another set (docs/meaning.md 14): its moments
 * are those of the members within {@code first} and {@code last}, its fields those in which all
 * members agree.
 */
final class WorkedOutGroups {

  private final Derivation derivation;
  private final Origin.Groups groups;
  private final SourceRows members;
  private final List<Aggregate> aggregates = new ArrayList<>();
  private final Map<String, Expression> values = new LinkedHashMap<>();
  private final Map<String, Precision> moments = new LinkedHashMap<>();

  private WorkedOutGroups(Derivation derivation, Origin.Groups groups) {
    this.derivation = derivation;
    this.groups = groups;
    members = derivation.source();
  }

  static WorkedOutSet of(Derivation derivation, Origin.Groups groups) {
    return new WorkedOutGroups(derivation, groups).made();
  }

  private WorkedOutSet made() {
    List<String> keys = keys();
    moments();
    fields();
    aggregates.add(Aggregate.of("unusable", Function.LEAST, column("unusable")));
    Plan grouped =
        new Plan.Group(members.frame().plan(), keys, aggregates, "groups of " + groups.of());
    Expression key = Derivation.key(keys.stream().map(Expression::column).toList());
    return derivation.finished(
        new Derivation.Cases(
            grouped, key, column("unusable"), Optional.empty(), values, Optional.empty()),
        moments);
  }

  /** The values of the fields as text; a member without one is in no group if it is usable. */
  private List<String> keys() {
    Frame frame = members.frame();
    List<String> keys = new ArrayList<>();
    for (String field : groups.by()) {
      Expression text = members.field(field, Field.Type.TEXT);
      String name = "by " + (keys.size() + 1);
      frame.put(
          name,
          choose(
              known(text),
              text,
              choose(known(column("unusable")), Expression.text(""), none(Type.TEXT))),
          field + " of the group");
      keys.add(name);
    }
    frame.filter(
        Expression.and(keys.stream().map(name -> known(column(name))).toList()),
        "members with a value of each field");
    return keys;
  }

  private void moments() {
    Agreement agreement = derivation.agreement();
    Map<String, MomentTerm> wanted =
        SetTerms.of(agreement, groups.of())
            .map(of -> MemberMoments.of(agreement, derivation.id(), of))
            .orElse(Map.of());
    wanted.forEach(
        (name, term) -> {
          MomentValue value = members.moment(term);
          boolean first = term instanceof MomentTerm.First;
          String at = "member " + (moments.size() + 1);
          members.frame().put(at, value.value(), name);
          String column = StoredSet.momentColumn(name);
          aggregates.add(
              Aggregate.of(column, first ? Function.LEAST : Function.GREATEST, column(at)));
          values.put(column, column(column));
          moments.put(name, value.precision());
        });
  }

  private void fields() {
    for (String field : SetTerms.fields(derivation.set())) {
      Expression value =
          members
              .frame()
              .add("value of " + field, members.field(field, derivation.type(field)), field);
      String least = "least " + field;
      String greatest = "greatest " + field;
      aggregates.add(Aggregate.of(least, Function.LEAST, value));
      aggregates.add(Aggregate.of(greatest, Function.GREATEST, value));
      values.put(
          StoredSet.fieldColumn(field),
          choose(
              equal(column(least), column(greatest)),
              column(least),
              none(SourceRows.columnType(derivation.type(field)))));
    }
  }
}
