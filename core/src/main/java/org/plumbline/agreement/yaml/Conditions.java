package org.plumbline.agreement.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.finding.FindingCode;

/** Decodes conditions (language.md 3.2). */
final class Conditions {

  private static final Pattern SUBJECT =
      Pattern.compile("[a-z][a-z0-9-]{0,99}(\\.[a-z][a-z0-9-]{0,99})?");

  private final Terms terms;

  Conditions(Terms terms) {
    this.terms = terms;
  }

  /** A condition: a map, every entry of which must hold. */
  Optional<Condition> condition(YamlValue value) {
    if (value instanceof YamlValue.Mapping map && !map.entries().isEmpty()) {
      List<Condition> all = new ArrayList<>();
      boolean complete = true;
      for (YamlValue.Entry entry : map.entries()) {
        Optional<List<Condition>> part = part(entry);
        complete = complete && part.isPresent();
        part.ifPresent(all::addAll);
      }
      return complete ? Optional.of(joined(all)) : Optional.empty();
    }
    terms
        .reading()
        .tell(
            FindingCode.NOT_A_CONDITION,
            value.place(),
            value.described() + " is not a condition",
            "write subjects and tests, such as {severity: 1}");
    return Optional.empty();
  }

  private static Condition joined(List<Condition> all) {
    return all.size() == 1 ? all.get(0) : new Condition.All(all);
  }

  private Optional<List<Condition>> part(YamlValue.Entry entry) {
    return switch (entry.key()) {
      case "any" -> several(entry.value()).map(list -> List.of(new Condition.Any(list)));
      case "none" -> several(entry.value()).map(list -> List.of(new Condition.None(list)));
      default -> test(entry);
    };
  }

  private Optional<List<Condition>> several(YamlValue value) {
    if (value instanceof YamlValue.Sequence list && !list.items().isEmpty()) {
      List<Condition> conditions =
          list.items().stream().map(this::condition).flatMap(Optional::stream).toList();
      return Optional.of(conditions).filter(read -> read.size() == list.items().size());
    }
    terms.reading().wrongShape(value, "write a list of conditions, such as [{kind: grant}]");
    return Optional.empty();
  }

  private Optional<List<Condition>> test(YamlValue.Entry entry) {
    String subject = entry.key();
    if (!SUBJECT.matcher(subject).matches()) {
      terms
          .reading()
          .tell(
              FindingCode.NOT_A_CONDITION,
              entry.keyPlace(),
              Words.quoted(subject) + " cannot be tested",
              "name a moment, a field, or a fact such as customer.employees");
      return Optional.empty();
    }
    YamlValue value = entry.value();
    if (value instanceof YamlValue.Mapping) {
      return tests(subject, value);
    }
    List<YamlValue> items =
        value instanceof YamlValue.Sequence list ? list.items() : List.of(value);
    if (items.isEmpty()) {
      terms.reading().wrongShape(value, "write at least one value");
      return Optional.empty();
    }
    List<Literal> literals =
        items.stream().map(item -> literal(subject, item)).flatMap(Optional::stream).toList();
    return literals.size() == items.size()
        ? Optional.of(List.of(new Condition.OneOf(subject, literals)))
        : Optional.empty();
  }

  private Optional<List<Condition>> tests(String subject, YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "test",
            map -> {
              List<Condition> tests = new ArrayList<>();
              int standing = 0;
              for (Comparison comparison : Comparison.values()) {
                standing += map.has(comparison.key()) ? 1 : 0;
                map.optionalOrOpen(comparison.key(), item -> literal(subject, item))
                    .ifPresent(v -> tests.add(new Condition.Compares(subject, comparison, v)));
              }
              standing += map.has("between") ? 2 : 0;
              map.optionalOrOpen("between", pair -> pair(subject, pair)).ifPresent(tests::addAll);
              for (Condition.Order order : Condition.Order.values()) {
                standing += map.has(order.key()) ? 1 : 0;
                map.optionalOrOpen(order.key(), this::momentOrDate)
                    .ifPresent(m -> tests.add(new Condition.Ordered(subject, order, m)));
              }
              standing += map.has("missing") ? 1 : 0;
              map.optionalOrOpen("missing", terms.scalars()::flag)
                  .ifPresent(is -> tests.add(new Condition.Missing(subject, is)));
              if (standing == 0) {
                tellNoTest(subject, value, map);
              }
              boolean complete = standing > 0 && standing == tests.size();
              return map.build(() -> List.copyOf(tests)).filter(read -> complete);
            });
  }

  private void tellNoTest(String subject, YamlValue value, MapReader map) {
    terms
        .reading()
        .tell(
            FindingCode.NOT_A_CONDITION,
            map.place(),
            value.described() + " without a test stands under " + Words.quoted(subject),
            "write a test, such as {at-least: 1} or {missing: true}");
  }

  private Optional<List<Condition>> pair(String subject, YamlValue value) {
    if (value instanceof YamlValue.Sequence list && list.items().size() == 2) {
      Optional<Literal> least = literal(subject, list.items().get(0));
      Optional<Literal> most = literal(subject, list.items().get(1));
      return least.flatMap(
          low ->
              most.map(
                  high ->
                      List.of(
                          new Condition.Compares(subject, Comparison.AT_LEAST, low),
                          new Condition.Compares(subject, Comparison.AT_MOST, high))));
    }
    terms.reading().wrongShape(value, "write the least and the greatest, such as [1, 5]");
    return Optional.empty();
  }

  private Optional<Literal> literal(String subject, YamlValue value) {
    return terms
        .types()
        .typeOf(subject)
        .map(type -> terms.literals().typed(value, type))
        .orElseGet(() -> terms.literals().any(value));
  }

  private Optional<MomentTerm> momentOrDate(YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar) {
      Optional<MomentTerm> date = Scalars.dateOf(scalar.text()).map(MomentTerm.Fixed::new);
      if (date.isPresent()) {
        return date;
      }
    }
    return terms.moments().moment(value);
  }
}
