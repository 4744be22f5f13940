package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Turn;

/** The record sets read aloud: what a case is, whose turn it is when, when records are complete. */
final class RecordsReading {

  private final Agreement agreement;
  private final Wording wording;
  private final Names names;

  RecordsReading(Agreement agreement, Wording wording) {
    this.agreement = agreement;
    this.wording = wording;
    this.names = wording.names();
  }

  List<Reading.Item> items() {
    List<Reading.Item> items = new ArrayList<>();
    agreement.records().forEach((id, set) -> items.add(item(id, set)));
    return items;
  }

  Reading.Item item(String id, RecordSet set) {
    return new Reading.Item("", sentence(id, set), details(set));
  }

  private String sentence(String id, RecordSet set) {
    String key = Phrases.and(set.caseKey().stream().map(Phrases::words).toList());
    return Phrases.sentence(
        "the cases of “" + names.cases(id) + "” are " + origin(set.origin(), key));
  }

  private String origin(Origin origin, String key) {
    if (origin instanceof Origin.Expected expected) {
      return "what was due, "
          + rhythm(expected.rhythm())
          + expected.of().map(of -> " for each of the " + names.cases(of)).orElse("")
          + ", whether or not a record exists";
    }
    if (origin instanceof Origin.Groups groups) {
      return "the "
          + names.cases(groups.of())
          + " taken together by "
          + Phrases.and(groups.by().stream().map(Phrases::words).toList());
    }
    if (origin instanceof Origin.Sample sample) {
      return "a sample of "
          + names.cases(sample.of())
          + sample.share().map(share -> ", " + share + " of them").orElse("")
          + sample.atLeast().map(least -> ", at least " + Numbers.count(least)).orElse("")
          + sample.where().map(where -> ", where " + wording.condition(where)).orElse("");
    }
    if (origin instanceof Origin.Readings readings) {
      return "readings, each standing until the next, for at most "
          + Numbers.amount(readings.every());
    }
    return "what the records name by " + key;
  }

  private static String rhythm(Origin.Rhythm rhythm) {
    if (rhythm instanceof Origin.Rhythm.EveryPeriod every) {
      return "once each " + PeriodWords.noun(every.period());
    }
    if (rhythm instanceof Origin.Rhythm.EveryAmount every) {
      return "every " + Numbers.amount(every.every());
    }
    return "on listed dates";
  }

  private List<String> details(RecordSet set) {
    List<String> details = new ArrayList<>();
    recorded(set).ifPresent(details::add);
    set.moments()
        .forEach(
            (id, moment) -> {
              if (!(moment instanceof MomentTerm.Recorded)) {
                details.add(Phrases.sentence(Phrases.quoted(id) + " is " + wording.moment(moment)));
              }
            });
    for (Turn turn : set.turns()) {
      details.add(turn(turn));
    }
    if (set.turns().size() > 1) {
      details.add(
          Phrases.sentence(
              "where these overlap, the first of them counts: "
                  + String.join(
                      ", ", set.turns().stream().map(each -> Phrases.words(each.id())).toList())));
    }
    set.reopening().ifPresent(reopening -> details.add(reopening(reopening)));
    if (!set.voidedBy().isEmpty()) {
      details.add(
          "A case is voided by "
              + Phrases.or(set.voidedBy().stream().map(wording::moment).toList())
              + ": before its limit ran out it is listed and not counted, after that it is not"
              + " met.");
    }
    set.closedBy()
        .ifPresent(
            closed ->
                details.add(
                    "A case with "
                        + wording.moment(closed)
                        + " but without the clock’s stop is indeterminate."));
    set.delivery().ifPresent(delivery -> details.add(delivery(delivery)));
    return details;
  }

  /** What is recorded of a case: its moments, with how fine they are, and its fields. */
  private Optional<String> recorded(RecordSet set) {
    List<String> moments = new ArrayList<>();
    set.moments()
        .forEach(
            (id, moment) -> {
              if (moment instanceof MomentTerm.Recorded recorded) {
                moments.add(Phrases.quoted(id) + precision(recorded.precision()));
              }
            });
    List<String> fields = new ArrayList<>();
    set.fields().forEach((id, field) -> fields.add(field(id, field)));
    List<String> parts = new ArrayList<>();
    if (!moments.isEmpty()) {
      parts.add("when it was " + Phrases.and(moments));
    }
    if (!fields.isEmpty()) {
      parts.add((fields.size() == 1 ? "its field " : "its fields ") + Phrases.and(fields));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(Phrases.sentence("of a case is recorded " + String.join("; and ", parts)));
  }

  private static String precision(Precision precision) {
    return switch (precision) {
      case DATE -> " (a date)";
      case MINUTE -> " (to the minute)";
      case INSTANT -> "";
    };
  }

  private String field(String id, Field field) {
    List<String> notes = new ArrayList<>();
    notes.add(field.type().key());
    field
        .read()
        .ifPresent(
            read ->
                notes.add(
                    switch (read) {
                      case AT_START -> "as at the start";
                      case AT_STOP -> "as at the stop";
                      case FIRST -> "its first value";
                      case HIGHEST -> "its highest value";
                      case AT_EACH_MOMENT -> "each value for its time";
                    }));
    field.setBy().ifPresent(party -> notes.add("set by " + names.party(party)));
    if (field.sensitive()) {
      notes.add("masked outside the two parties");
    }
    return Phrases.quoted(id) + " (" + String.join(", ", notes) + ")";
  }

  private String turn(Turn turn) {
    String whose = turn.whose().equals(Turn.NOBODY) ? "nobody’s" : names.whose(turn.whose());
    if (turn instanceof Turn.Stage stage) {
      return Phrases.sentence(
          "time in the stage "
              + Phrases.quoted(stage.id())
              + ", from "
              + wording.moment(stage.from())
              + " to "
              + wording.moment(stage.until())
              + ", is "
              + whose);
    }
    StringBuilder text =
        new StringBuilder("time held as ")
            .append(Phrases.quoted(turn.id()))
            .append(" is ")
            .append(whose);
    if (turn instanceof Turn.Hold hold) {
      hold.placedBy()
          .ifPresent(party -> text.append("; ").append(names.party(party)).append(" places it"));
      hold.needs().ifPresent(moment -> text.append("; it needs ").append(wording.moment(moment)));
      hold.atMost()
          .ifPresent(most -> text.append("; it counts for at most ").append(Numbers.amount(most)));
    }
    return Phrases.sentence(text.toString());
  }

  private String reopening(Reopening reopening) {
    String within =
        reopening
            .within()
            .map(length -> " within " + Numbers.amount(length) + " after its decision")
            .orElse("");
    return switch (reopening.thenOrDefault()) {
      case CONTINUE ->
          "A case reopened"
              + within
              + " continues, the time between being nobody’s; one reopened later is a new case.";
      case NEW_CASE -> "A reopened case is a new case.";
      case IGNORE -> "Reopening changes nothing: the first decision stands.";
    };
  }

  private String delivery(Delivery delivery) {
    StringBuilder text = new StringBuilder();
    text.append(
            delivery.suppliedBy().isEmpty()
                ? "the records are delivered"
                : Phrases.and(delivery.suppliedBy().stream().map(this::supplier).toList())
                    + (delivery.suppliedBy().size() == 1 ? " delivers" : " deliver")
                    + " the records")
        .append(delivery.source().map(source -> " from " + source).orElse(""))
        .append(delivery.method().map(method -> " by " + Phrases.words(method)).orElse(""))
        .append(delivery.evidenceRequired() ? ", each with evidence" : "")
        .append(
            delivery
                .due()
                .map(due -> ", within " + Numbers.amount(due) + " after the period’s end")
                .orElse(""))
        .append(
            delivery
                .finalAfter()
                .map(
                    end ->
                        "; after "
                            + Numbers.amount(end)
                            + " only a reconsideration request changes a result")
                .orElse(""));
    if (delivery.ifMissing().equals(Optional.of(Delivery.IfMissing.NOT_MET))) {
      text.append("; a missing delivery is not met");
    }
    if (delivery.unusable().equals(Optional.of(Delivery.Unusable.NOT_MET))) {
      text.append("; a row that cannot be used is not met");
    }
    return Phrases.sentence(text.toString());
  }

  private String supplier(String id) {
    return id.indexOf('/') > 0 || agreement.roles().containsKey(id)
        ? names.role(id)
        : names.party(id);
  }
}
