package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/**
 * Metrics in families that are counted together, since they rest on the same traits, and the groups
 * of rows of each: traits packed into codes, rows grouped by codes, an example of each trait.
 */
final class Families {

  /** The column that says how many rows a group has. */
  static final String NUMBER = "n";

  /** Metrics that are counted together. */
  private static final class Family {
    final Set<String> wide;
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> columns = new LinkedHashSet<>();
    final Set<String> summed = new LinkedHashSet<>();
    final List<Code> codes = new ArrayList<>();

    Family(Set<String> wide) {
      this.wide = wide;
    }

    void add(Traits.Rewriting rests) {
      names.addAll(rests.names());
      columns.addAll(rests.columns());
      summed.addAll(rests.summed());
    }
  }

  /** Some traits in one number. */
  private record Code(String name, List<String> traits) {}

  private final Split split;
  private final Traits traits;
  private final Map<String, Family> byMetric = new LinkedHashMap<>();
  private final Set<Family> all = new LinkedHashSet<>();
  private final Map<Family, Plan> groups = new HashMap<>();
  private final Set<Code> shared = new LinkedHashSet<>();
  private final Plan rows;
  private int codes;
  private int columns;

  /**
   * Puts metrics into families.
   *
   * @param requests on what each metric's decisions rest
   */
  Families(Split split, Traits traits, Map<String, Traits.Rewriting> requests) {
    this.split = split;
    this.traits = traits;
    requests.entrySet().stream()
        .sorted(Comparator.comparing(each -> -each.getValue().wide().size()))
        .forEach(each -> byMetric.put(each.getKey(), family(each.getValue())));
    Map<Set<Family>, List<String>> byUse = new LinkedHashMap<>();
    Map<String, Set<Family>> uses = new LinkedHashMap<>();
    for (Family family : all) {
      family.names.forEach(
          name -> uses.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(family));
    }
    uses.forEach((name, users) -> byUse.computeIfAbsent(users, key -> new ArrayList<>()).add(name));
    byUse.forEach(
        (users, names) -> {
          for (Code code : packed(names)) {
            users.forEach(family -> family.codes.add(code));
            if (users.size() > 1) {
              shared.add(code);
            }
          }
        });
    rows = coded(split.core(), List.copyOf(shared), "what several clocks share");
  }

  private Family family(Traits.Rewriting rests) {
    Set<String> wide = rests.wide();
    Family family =
        all.stream()
            .filter(each -> each.wide.containsAll(wide))
            .findFirst()
            .orElseGet(() -> new Family(wide));
    family.add(rests);
    all.add(family);
    return family;
  }

  /** Traits in as few numbers of 62 bits as they fit. */
  private List<Code> packed(List<String> names) {
    List<Code> packed = new ArrayList<>();
    List<String> here = new ArrayList<>();
    int bits = 0;
    for (String name : names) {
      int more = bits(name);
      if (bits + more > 62) {
        packed.add(new Code(unique(), List.copyOf(here)));
        here.clear();
        bits = 0;
      }
      here.add(name);
      bits += more;
    }
    packed.add(new Code(unique(), List.copyOf(here)));
    return packed;
  }

  private String unique() {
    Set<String> taken = new Schemas().types(split.core()).keySet();
    String name;
    do {
      codes++;
      name = "code " + codes;
    } while (taken.contains(name));
    return name;
  }

  private int bits(String name) {
    return Long.SIZE - Long.numberOfLeadingZeros(traits.trait(name).size() - 1L);
  }

  private Plan coded(Plan input, List<Code> codes, String note) {
    if (codes.isEmpty()) {
      return input;
    }
    List<Named> made = new ArrayList<>();
    Set<Expression> seldom = new LinkedHashSet<>();
    List<Named> before = new ArrayList<>();
    List<String> there = new Schemas().names(input);
    for (Code code : codes) {
      made.add(new Named(code.name(), packed(code, seldom, before)));
    }
    Plan rows = before.isEmpty() ? input : new Plan.Extend(input, there, before, "of few rows");
    return Repeated.once(rows, made, seldom, note);
  }

  /**
   * The number of a code; what most rows have in common is asked at once.
   *
   * @param before takes what is worked out for few rows, and asked of them more than once
   */
  private Expression packed(Code code, Set<Expression> seldom, List<Named> before) {
    Usual usual = new Usual(split.seldom());
    List<Expression> parts = new ArrayList<>();
    Map<Trait, Long> unusual = new LinkedHashMap<>();
    long usually = 0;
    int at = 0;
    for (String name : code.traits()) {
      Trait trait = traits.trait(name);
      Optional<Expression> value = usual.of(trait.of());
      if (value.isPresent()) {
        usually |= (long) trait.numberOf(value.get()) << at;
        unusual.put(trait, 1L << at);
      } else {
        parts.add(trait.scaled(1L << at));
      }
      at += bits(name);
    }
    if (unusual.size() > 1) {
      List<Expression> numbers = new ArrayList<>();
      unusual.forEach(
          (trait, scale) -> numbers.add(onceOnly(trait, usual.conditions(), before).scaled(scale)));
      Expression otherwise = together(numbers);
      seldom.add(otherwise);
      parts.add(Expression.choose(usual.conditions(), Expression.number(usually), otherwise));
    } else {
      unusual.forEach((trait, scale) -> parts.add(trait.scaled(scale)));
    }
    return together(parts);
  }

  /** Of a number that is compared many times, a column that holds it for unusual rows. */
  private Trait onceOnly(Trait trait, Expression usual, List<Named> before) {
    if (!(trait instanceof Trait.Steps steps)
        || steps.of() instanceof Expression.Reference
        || steps.bounds().size() == 1) {
      return trait;
    }
    String name = "seldom " + ++columns;
    before.add(new Named(name, Expression.choose(usual, Expression.none(Type.LONG), steps.of())));
    return new Trait.Steps(column(name), steps.known(), steps.bounds());
  }

  private Expression together(List<Expression> parts) {
    Expression all = parts.get(0);
    for (Expression part : parts.subList(1, parts.size())) {
      all = Expression.call(Operation.BITS_OF_BOTH, all, part);
    }
    return all;
  }

  /** The rows that are counted, with the codes that several families share. */
  Plan rows() {
    return rows;
  }

  /** The groups in which a metric is counted, with an example for each of its traits. */
  Plan groups(String metric) {
    Family family = byMetric.get(metric);
    if (family == null) {
      throw new IllegalArgumentException("not asked for: " + metric);
    }
    return groups.computeIfAbsent(family, this::count);
  }

  private Plan count(Family family) {
    List<Code> own = family.codes.stream().filter(code -> !shared.contains(code)).toList();
    List<String> keys = new ArrayList<>(family.codes.stream().map(Code::name).toList());
    keys.addAll(family.columns);
    List<Aggregate> aggregates = new ArrayList<>();
    aggregates.add(Aggregate.count(NUMBER, Expression.YES));
    traits
        .sums()
        .forEach(
            (name, sum) -> {
              if (family.summed.contains(name)) {
                aggregates.add(sum);
              }
            });
    Plan counted =
        new Plan.Group(
            coded(rows, own, "the traits that decide"),
            keys,
            aggregates,
            "rows by the traits that decide");
    return unpacked(counted, family);
  }

  /** Groups with an example for each trait. */
  private Plan unpacked(Plan counted, Family family) {
    List<Named> numbers = new ArrayList<>();
    List<Named> examples = new ArrayList<>();
    for (Code code : family.codes) {
      int at = 0;
      for (String name : code.traits()) {
        String number = "no " + name;
        numbers.add(new Named(number, bits(column(code.name()), at, bits(name))));
        examples.add(
            new Named(name, traits.trait(name).example(column(number), traits.type(name))));
        at += bits(name);
      }
    }
    List<String> kept = new ArrayList<>(family.columns);
    kept.add(NUMBER);
    kept.addAll(family.summed);
    Plan parted =
        new Plan.Extend(counted, new Schemas().names(counted), numbers, "traits by themselves");
    return new Plan.Extend(parted, kept, examples, "an example for each trait");
  }

  private Expression bits(Expression code, int from, int number) {
    Expression high = shifted(code, from + number);
    return Expression.minus(
        shifted(code, from), Expression.call(Operation.TIMES, high, number(1L << number)));
  }

  private Expression shifted(Expression code, int bits) {
    return bits == 0 ? code : Expression.call(Operation.DIVIDED_DOWN, code, number(1L << bits));
  }
}
