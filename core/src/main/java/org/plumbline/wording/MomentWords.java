package org.plumbline.wording;

import java.util.List;
import org.plumbline.agreement.MomentTerm;

/** Dates and times of a case in words. */
final class MomentWords {

  private final ConditionWords conditions;

  MomentWords(ConditionWords conditions) {
    this.conditions = conditions;
  }

  /** The moment as a noun: {@code “opened”}, {@code the earlier of “resolved” and “closed”}. */
  String noun(MomentTerm moment) {
    if (moment instanceof MomentTerm.Named named) {
      return named(named.id());
    }
    if (moment instanceof MomentTerm.Fixed fixed) {
      return fixed.date().toString();
    }
    if (moment instanceof MomentTerm.First first) {
      return "the first " + noun(first.of()) + where(first.where());
    }
    if (moment instanceof MomentTerm.Last last) {
      return "the last " + noun(last.of()) + where(last.where());
    }
    if (moment instanceof MomentTerm.Next next) {
      return "the next " + noun(next.of()) + " after " + noun(next.after());
    }
    if (moment instanceof MomentTerm.EarlierOf earlier) {
      return choice("earlier", "earliest", earlier.moments());
    }
    if (moment instanceof MomentTerm.LaterOf later) {
      return choice("later", "latest", later.moments());
    }
    if (moment instanceof MomentTerm.Shifted shifted) {
      return shifted(shifted);
    }
    if (moment instanceof MomentTerm.DayOfPeriod day) {
      return dayOfPeriod(day);
    }
    return "a recorded moment";
  }

  private static String named(String id) {
    return switch (id) {
      case MomentTerm.PERIOD_START -> "the period’s first day";
      case MomentTerm.PERIOD_END -> "the period’s last day";
      default -> Phrases.quoted(id);
    };
  }

  private String where(java.util.Optional<org.plumbline.agreement.Condition> where) {
    return where.map(condition -> " where " + conditions.clause(condition)).orElse("");
  }

  private String choice(String ofTwo, String ofMany, List<MomentTerm> moments) {
    return "the "
        + (moments.size() == 2 ? ofTwo : ofMany)
        + " of "
        + Phrases.and(moments.stream().map(this::noun).toList());
  }

  private String shifted(MomentTerm.Shifted shifted) {
    StringBuilder text = new StringBuilder();
    if (shifted.shift().isPresent()) {
      MomentTerm.Shift shift = shifted.shift().get();
      text.append(Numbers.amount(shift.by()))
          .append(shift.forward() ? " after " : " before ")
          .append(noun(shifted.at()));
    } else {
      text.append(noun(shifted.at()));
    }
    if (shifted.afterHours()) {
      text.append(", a time outside open hours being taken as the next opening");
    }
    shifted.roll().ifPresent(roll -> text.append(roll(roll)));
    shifted
        .calendar()
        .ifPresent(calendar -> text.append(" (").append(CalendarWords.name(calendar)).append(")"));
    return text.toString();
  }

  private String dayOfPeriod(MomentTerm.DayOfPeriod day) {
    String which =
        day.day() == MomentTerm.DayOfPeriod.LAST
            ? "the last day"
            : day.day() == 1 ? "the first day" : "day " + day.day();
    String period = PeriodWords.noun(day.period());
    String later =
        switch (day.later()) {
          case 0 -> " of the " + period + " of ";
          case 1 -> " of the " + period + " after that of ";
          default -> " of the " + period + " that is " + day.later() + " later than that of ";
        };
    return which + later + noun(day.at()) + day.roll().map(MomentWords::roll).orElse("");
  }

  private static String roll(MomentTerm.Roll roll) {
    return switch (roll) {
      case NEXT_WORKDAY -> ", moved to the next workday if that day is closed";
      case PREVIOUS_WORKDAY -> ", moved to the workday before if that day is closed";
    };
  }
}
