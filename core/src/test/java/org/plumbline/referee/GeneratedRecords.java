package org.plumbline.referee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Precision;

/** Cases of a generated set at random, near instants at which something turns. */
final class GeneratedRecords {

  private static final long HOUR = 60 * WallClock.MINUTE;
  private static final Map<String, String> STATES =
      Map.of(
          "work",
          "checked",
          "resolved",
          "done",
          "closed",
          "closed",
          "reopened",
          "again",
          "cancelled",
          "cancelled");

  private final GeneratedSetting setting;
  private final GeneratedSet set;
  private final Dice dice;

  GeneratedRecords(GeneratedSet set) {
    this.set = set;
    setting = set.setting;
    dice = set.dice;
  }

  RefereeRecords records() {
    List<RefereeCase> cases = new ArrayList<>();
    int count = dice.percent(30) ? dice.between(1, 4) : dice.between(5, 30);
    for (int i = 0; i < count; i++) {
      String key = "N" + (1000 + i);
      cases.add(set.eventLog ? trail(key) : row(key));
    }
    long skew = dice.percent(70) ? 0 : dice.of(1L, 5 * WallClock.MINUTE, 24 * HOUR);
    return new RefereeRecords("items", set.eventLog, skew, cases);
  }

  private RefereeCase row(String key) {
    Map<String, List<RefereeCase.Occurrence>> moments = new HashMap<>();
    long opened = setting.instant();
    long done = dice.percent(93) ? opened + setting.gap() : setting.instant();
    put(moments, "opened", opened, 94);
    put(moments, "checked", opened + setting.gap(), 70);
    put(moments, "done", done, 75);
    put(moments, "closed", done + setting.gap(), 35);
    put(moments, "again", done + setting.gap(), 12);
    put(moments, "cancelled", opened + setting.gap(), 15);
    put(moments, "due", dice.percent(50) ? opened + setting.gap() : setting.instant(), 75);
    return new RefereeCase(
        key,
        moments,
        List.of(new RefereeCase.Change(0, 0, values(Map.of()))),
        holds(opened),
        dice.percent(2) ? Optional.of("made unusable") : Optional.empty());
  }

  private RefereeCase trail(String key) {
    Map<String, List<RefereeCase.Occurrence>> moments = new HashMap<>();
    List<RefereeCase.Change> changes = new ArrayList<>();
    long at = setting.instant();
    put(moments, "opened", dice.percent(80) ? at : at - setting.gap(), 95);
    put(moments, "due", at + setting.gap() * 2, 75);
    List<String> states = List.copyOf(STATES.keySet().stream().sorted().toList());
    String state = "new";
    String previous = "";
    Map<String, Object> values = values(Map.of());
    int events = dice.between(1, 9);
    for (int seq = 0; seq < events; seq++) {
      changes.add(new RefereeCase.Change(at, seq, values));
      String moment = STATES.getOrDefault(state, "");
      boolean entered = !state.equals(previous) && dice.percent(94);
      previous = entered ? state : "";
      if (!moment.isEmpty() && entered) {
        Precision precision = Objects.requireNonNull(set.recorded.get(moment));
        moments
            .computeIfAbsent(moment, id -> new ArrayList<>())
            .add(new RefereeCase.Occurrence(setting.recorded(at, precision), seq));
      }
      at += setting.gap();
      state = dice.percent(25) ? "resolved" : dice.percent(15) ? "reopened" : dice.of(states);
      if (state.equals("cancelled") && dice.percent(70)) {
        state = "work";
      }
      values = dice.percent(40) ? values(values) : values;
    }
    return new RefereeCase(
        key,
        moments,
        changes,
        holds(changes.get(0).at()),
        dice.percent(2) ? Optional.of("made unusable") : Optional.empty());
  }

  private void put(
      Map<String, List<RefereeCase.Occurrence>> moments, String id, long micros, int chance) {
    if (dice.percent(chance)) {
      Precision precision = Objects.requireNonNull(set.recorded.get(id));
      List<RefereeCase.Occurrence> list = new ArrayList<>();
      list.add(new RefereeCase.Occurrence(setting.recorded(micros, precision), 0));
      moments.put(id, list);
    }
  }

  private Map<String, Object> values(Map<String, Object> before) {
    Map<String, Object> values = new HashMap<>();
    for (String id : set.fields.keySet()) {
      Object kept = before.get(id);
      if (kept != null && dice.percent(60)) {
        values.put(id, kept);
      } else if (dice.percent(85)) {
        values.put(id, value(id));
      }
    }
    return Map.copyOf(values);
  }

  private Object value(String id) {
    return switch (id) {
      case "kind" -> dice.of("a", "b", "c");
      case "severity" -> BigDecimal.valueOf(dice.between(1, 4));
      case "amount" -> new BigDecimal(dice.of("99.99", "100.00", "100.01", "2500.00", "-5.00"));
      case "rate" -> new BigDecimal(dice.of("0.5", "0.995", "0.9949", "1"));
      case "effort" -> dice.of(HOUR / 2, 4 * HOUR, 4 * HOUR + 1, 0L);
      case "urgent" -> dice.percent(50);
      default -> throw new IllegalArgumentException(id);
    };
  }

  private List<RefereeCase.Hold> holds(long opened) {
    List<RefereeCase.Hold> holds = new ArrayList<>();
    for (String id : set.holds) {
      for (int i = dice.below(3); i > 0; i--) {
        long from =
            dice.percent(70)
                ? opened + setting.gap() - (dice.percent(20) ? setting.gap() : 0)
                : setting.instant();
        long until = from + setting.gap();
        if (until > from) {
          holds.add(
              new RefereeCase.Hold(
                  id, from, dice.percent(85) ? OptionalLong.of(until) : OptionalLong.empty()));
        }
      }
    }
    return holds;
  }
}
