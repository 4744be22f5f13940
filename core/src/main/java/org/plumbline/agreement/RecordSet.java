package org.plumbline.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened: one case a row or an event trail, with moments (when) and fields (what)
 * (language.md 4.1).
 *
 * @param caseKey fields that together name a case ({@code case}); a key field not declared among
 *     {@code fields} is text
 * @param moments moments by name, in the order written
 * @param fields fields by name, in the order written
 * @param turns whose time an interval is; holds before stages
 * @param voidedBy moments that void a case
 * @param closedBy the moment after which a case without the clock's stop is indeterminate
 */
public record RecordSet(
    List<String> caseKey,
    Map<String, MomentTerm> moments,
    Map<String, Field> fields,
    List<Turn> turns,
    Optional<Reopening> reopening,
    List<MomentTerm> voidedBy,
    Optional<MomentTerm> closedBy,
    Optional<Delivery> delivery,
    Origin origin) {

  /** Copies lists and maps, keeping their order. */
  public RecordSet {
    caseKey = List.copyOf(caseKey);
    moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    turns = List.copyOf(turns);
    voidedBy = List.copyOf(voidedBy);
  }

  /** The same with other fields. */
  public RecordSet withFields(Map<String, Field> others) {
    return new RecordSet(
        caseKey, moments, others, turns, reopening, voidedBy, closedBy, delivery, origin);
  }

  /** The same without when it is delivered, which changes no figure. */
  public RecordSet withoutDelivery() {
    return new RecordSet(
        caseKey, moments, fields, turns, reopening, voidedBy, closedBy, Optional.empty(), origin);
  }
}
