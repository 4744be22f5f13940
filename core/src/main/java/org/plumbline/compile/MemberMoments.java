package org.plumbline.compile;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;

/**
 * The moments of a group that are those of its members: what stands directly within {@code first}
 * or {@code last} (docs/meaning.md 14). They are worked out with the groups, under a name that says
 * the term, which no moment of an agreement can have.
 */
final class MemberMoments {

  private MemberMoments() {}

  /** The name under which a set of groups has such a term. */
  static String name(MomentTerm of, Optional<Condition> where, boolean first) {
    String what = of instanceof MomentTerm.Named named ? named.id() : of.toString();
    return (first ? "first " : "last ")
        + what
        + where.map(condition -> " where " + condition).orElse("");
  }

  /**
   * All such terms of an agreement that a set of groups needs, by name: those in the set, in the
   * sets worked out from it, in the metrics over it and in exclusions.
   *
   * @param members the set whose cases are the members
   */
  static Map<String, MomentTerm> of(Agreement agreement, String groups, RecordSet members) {
    List<Object> readers = new ArrayList<>(agreement.records().values());
    agreement.metrics().values().stream()
        .filter(metric -> metric.records().equals(groups))
        .forEach(readers::add);
    readers.addAll(agreement.exclusions().values());
    Map<String, MomentTerm> found = new LinkedHashMap<>();
    readers.forEach(reader -> collect(reader, members, found));
    return found;
  }

  private static void collect(Object value, RecordSet members, Map<String, MomentTerm> found) {
    if (value instanceof MomentTerm.First first && isOf(first.of(), members)) {
      found.putIfAbsent(name(first.of(), first.where(), true), first);
    } else if (value instanceof MomentTerm.Last last && isOf(last.of(), members)) {
      found.putIfAbsent(name(last.of(), last.where(), false), last);
    }
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> collect(each, members, found));
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> collect(each, members, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, members, found));
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        part(record, component).ifPresent(part -> collect(part, members, found));
      }
    }
  }

  private static Optional<Object> part(Record record, RecordComponent component) {
    try {
      return Optional.ofNullable(component.getAccessor().invoke(record));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading " + component, e);
    }
  }

  private static boolean isOf(MomentTerm term, RecordSet members) {
    return term instanceof MomentTerm.Named named
        ? members.moments().containsKey(named.id())
        : !(term instanceof MomentTerm.Fixed);
  }
}
