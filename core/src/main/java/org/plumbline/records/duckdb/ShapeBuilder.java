package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.agreement.Turn;
import org.plumbline.records.EventColumns;
import org.plumbline.records.HoldSource;
import org.plumbline.records.MomentSource;
import org.plumbline.records.SetBinding;
import org.plumbline.records.StoredSet;

/** Brings a record set and its binding together. */
final class ShapeBuilder {

  private final String set;
  private final RecordSet records;
  private final SetBinding binding;
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<CellColumn> columns = new ArrayList<>();
  private final Map<String, Precision> moments = new LinkedHashMap<>();
  private final Map<String, HoldSource> holdSources = new LinkedHashMap<>();

  private ShapeBuilder(String set, RecordSet records, SetBinding binding) {
    this.set = set;
    this.records = records;
    this.binding = binding;
  }

  static SetShape of(String set, RecordSet records, SetBinding binding) {
    return new ShapeBuilder(set, records, binding).build();
  }

  private SetShape build() {
    List<Integer> key = new ArrayList<>();
    for (String part : records.caseKey()) {
      key.add(named(part));
    }
    Map<Integer, List<String>> ignored = new LinkedHashMap<>();
    binding
        .ignore()
        .forEach(
            (column, texts) ->
                ignored.put(want(column, "sets/" + set + "/ignore/" + column), texts));
    binding.events().ifPresent(this::events);
    records.moments().forEach(this::moment);
    records.fields().forEach(this::field);
    List<String> holds = new ArrayList<>();
    for (Turn turn : records.turns()) {
      if (turn instanceof Turn.Hold hold) {
        if (!holds.contains(hold.id())) {
          holds.add(hold.id());
          hold(hold.id());
        }
      }
    }
    return new SetShape(
        set,
        binding.events().isPresent(),
        SuppliedPart.rowsAreRecords(records) && binding.events().isEmpty(),
        wanted,
        records.caseKey(),
        key,
        ignored,
        columns,
        moments,
        binding.moments(),
        List.copyOf(records.fields().keySet()),
        holds,
        holdSources,
        binding);
  }

  private void events(EventColumns events) {
    String path = "sets/" + set + "/events/";
    add(SetShape.AT, want(events.at(), path + "at"), CellType.INSTANT, events.at());
    events
        .order()
        .ifPresent(
            order -> add(SetShape.ORDER, want(order, path + "order"), CellType.NUMBER, order));
    events
        .state()
        .ifPresent(state -> add(SetShape.STATE, want(state, path + "state"), CellType.TEXT, state));
  }

  private void moment(String id, MomentTerm term) {
    if (term instanceof MomentTerm.Recorded recorded) {
      moments.put(id, recorded.precision());
      MomentSource source = binding.moments().get(id);
      if (source == null) {
        CellType type =
            switch (recorded.precision()) {
              case INSTANT -> CellType.INSTANT;
              case MINUTE -> CellType.MINUTE;
              case DATE -> CellType.DATE;
            };
        int position = named(id);
        add(StoredSet.momentColumn(id), position, type, wanted.get(position).name());
      } else if (source instanceof MomentSource.Rises rises) {
        int position = want(rises.column(), "sets/" + set + "/moments/" + id);
        add("r:" + id, position, CellType.NUMBER, rises.column());
      }
    }
  }

  private void field(String id, Field field) {
    CellType type =
        switch (field.type()) {
          case TEXT -> CellType.TEXT;
          case NUMBER -> CellType.NUMBER;
          case SHARE -> CellType.SHARE;
          case MONEY -> CellType.MONEY;
          case DURATION -> CellType.DURATION;
          case FLAG -> CellType.FLAG;
        };
    int position = named(id);
    columns.add(
        new CellColumn(
            StoredSet.fieldColumn(id),
            position,
            type,
            wanted.get(position).name(),
            binding.values().getOrDefault(id, Map.of())));
  }

  private void hold(String id) {
    String path = "sets/" + set + "/holds/" + id;
    HoldSource source = binding.holds().get(id);
    if (source instanceof HoldSource.Between between) {
      edge("hf:" + id, want(between.from(), path + "/from"), between.from());
      edge("hu:" + id, want(between.until(), path + "/until"), between.until());
      holdSources.put(id, source);
    } else if (source == null) {
      edge("hf:" + id, optional(id + "-from", path), id + "-from");
      edge("hu:" + id, optional(id + "-until", path), id + "-until");
      holdSources.put(id, new HoldSource.Between(id + "-from", id + "-until"));
    } else {
      holdSources.put(id, source);
    }
  }

  private void edge(String alias, int position, String label) {
    add(alias, position, CellType.EDGE, label);
  }

  private void add(String alias, int position, CellType type, String label) {
    columns.add(CellColumn.of(alias, position, type, label));
  }

  private int named(String id) {
    return Optional.ofNullable(binding.columns().get(id))
        .map(column -> want(column, "sets/" + set + "/columns/" + id))
        .orElseGet(() -> put(new Wanted(id, true, false, "sets/" + set + "/columns")));
  }

  private int want(String header, String path) {
    return put(new Wanted(header, false, false, path));
  }

  private int optional(String header, String path) {
    return put(new Wanted(header, true, true, path));
  }

  private int put(Wanted column) {
    for (int i = 0; i < wanted.size(); i++) {
      Wanted other = wanted.get(i);
      if (other.name().equals(column.name()) && other.loosely() == column.loosely()) {
        return i;
      }
    }
    wanted.add(column);
    return wanted.size() - 1;
  }
}
