package org.plumbline.agreement.yaml;

import java.time.LocalDate;
import java.util.List;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.yaml.Written.Entries;

/** Writes record sets (language.md 4). */
final class WrittenRecords {

  private WrittenRecords() {}

  static Written recordSet(RecordSet set) {
    Entries entries = Entries.block();
    putOrigin(set.origin(), entries);
    return entries
        .putSet("case", set.caseKey())
        .putNamed("moments", set.moments(), WrittenValues::moment)
        .putNamed("fields", set.fields(), WrittenRecords::field)
        .putList("turns", set.turns(), WrittenRecords::turn)
        .put("reopening", set.reopening(), WrittenRecords::reopening)
        .put(
            "voided-by",
            java.util.Optional.of(set.voidedBy()).filter(list -> !list.isEmpty()),
            list -> new Written.Items(list.stream().map(WrittenValues::moment).toList(), true))
        .put("closed-by", set.closedBy(), WrittenValues::moment)
        .put("delivery", set.delivery(), WrittenRecords::delivery);
  }

  private static Written field(Field field) {
    Entries full =
        Entries.flow()
            .put("type", field.type().key())
            .putText("read", field.read().map(Field.Read::key))
            .putText("set-by", field.setBy());
    if (field.sensitive()) {
      full.put("sensitive", Written.bare("true"));
    }
    return full.entries().size() == 1
        ? new Written.Either(Written.text(field.type().key()), full)
        : full;
  }

  private static Written turn(Turn turn) {
    if (turn instanceof Turn.Hold hold) {
      return Entries.flow()
          .put("hold", hold.id())
          .put("whose", hold.whose())
          .putText("placed-by", hold.placedBy())
          .put("needs", hold.needs(), WrittenValues::moment)
          .putAny("at-most", hold.atMost());
    }
    Turn.Stage stage = (Turn.Stage) turn;
    return Entries.flow()
        .put("stage", stage.id())
        .put("from", WrittenValues.moment(stage.from()))
        .put("until", WrittenValues.moment(stage.until()))
        .put("whose", stage.whose());
  }

  private static Written reopening(Reopening reopening) {
    return Entries.flow()
        .put("at", WrittenValues.moment(reopening.at()))
        .putAny("within", reopening.within())
        .putText("then", reopening.then().map(Reopening.Then::key));
  }

  private static Written delivery(Delivery delivery) {
    Entries entries = Entries.flow();
    List<String> suppliers = delivery.suppliedBy();
    if (!suppliers.isEmpty()) {
      Written list = Written.texts(suppliers, false);
      entries.put(
          "supplied-by",
          suppliers.size() == 1 ? new Written.Either(Written.text(suppliers.get(0)), list) : list);
    }
    entries.putText("source", delivery.source()).putText("method", delivery.method());
    if (delivery.evidenceRequired()) {
      entries.put("evidence", "required");
    }
    return entries
        .putAny("due", delivery.due())
        .putAny("final", delivery.finalAfter())
        .putText("unusable", delivery.unusable().map(Delivery.Unusable::key))
        .putText("if-missing", delivery.ifMissing().map(Delivery.IfMissing::key));
  }

  private static void putOrigin(Origin origin, Entries entries) {
    if (origin instanceof Origin.Expected expected) {
      entries.put("expected", expected(expected));
    } else if (origin instanceof Origin.Groups groups) {
      entries.put("groups", Entries.flow().put("of", groups.of()).putTexts("by", groups.by()));
    } else if (origin instanceof Origin.Sample sample) {
      entries.put(
          "sample",
          Entries.flow()
              .put("of", sample.of())
              .putAny("share", sample.share())
              .put("at-least", sample.atLeast(), least -> Written.bare(String.valueOf(least)))
              .put("where", sample.where(), WrittenValues::condition));
    } else if (origin instanceof Origin.Readings readings) {
      entries.put(
          "readings",
          Entries.flow()
              .put("every", readings.every().toString())
              .putText("missing", readings.missing().map(Origin.Missing::key)));
    }
  }

  private static Written expected(Origin.Expected expected) {
    Entries entries = Entries.flow();
    if (expected.rhythm() instanceof Origin.Rhythm.Dates dates) {
      entries.put(
          "dates", Written.texts(dates.dates().stream().map(LocalDate::toString).toList(), false));
    } else if (expected.rhythm() instanceof Origin.Rhythm.EveryPeriod every) {
      entries.put("every", every.period());
    } else {
      entries.put("every", ((Origin.Rhythm.EveryAmount) expected.rhythm()).every().toString());
    }
    entries
        .putText("of", expected.of())
        .put(
            "while",
            expected.whilst(),
            whilst -> Written.list(List.of(whilst.from(), whilst.until()), WrittenValues::moment))
        .put("for", WrittenValues.moment(expected.fills()));
    return expected.inOrder() ? entries.put("match", "in-order") : entries;
  }
}
