package org.plumbline.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;

/** Other record sets: what was cancelled counts, what was reopened, which value of a field. */
final class SetAlternatives {

  private final RecordSet set;
  private final AlternativeList all;

  SetAlternatives(RecordSet set, AlternativeList all) {
    this.set = set;
    this.all = all;
  }

  void add() {
    if (!set.voidedBy().isEmpty()) {
      set(
          "voided-count",
          "cancelled cases count",
          "the agreement leaves out what was cancelled before it was decided",
          own ->
              new RecordSet(
                  own.caseKey(),
                  own.moments(),
                  own.fields(),
                  own.turns(),
                  own.reopening(),
                  List.of(),
                  own.closedBy(),
                  own.delivery(),
                  own.origin()));
    }
    set.reopening().ifPresent(this::reopenings);
    set.fields()
        .forEach(
            (id, field) -> {
              if (field.read().isPresent()) {
                reads(id, field);
              }
            });
  }

  private void reopenings(Reopening own) {
    for (Reopening.Then then : Reopening.Then.values()) {
      if (then != own.thenOrDefault()) {
        set(
            "reopening-" + then.key(),
            "a reopened case " + follows(then),
            "by the agreement it " + follows(own.thenOrDefault()),
            found ->
                new RecordSet(
                    found.caseKey(),
                    found.moments(),
                    found.fields(),
                    found.turns(),
                    found
                        .reopening()
                        .map(old -> new Reopening(old.at(), old.within(), Optional.of(then))),
                    found.voidedBy(),
                    found.closedBy(),
                    found.delivery(),
                    found.origin()));
      }
    }
  }

  private static String follows(Reopening.Then then) {
    return switch (then) {
      case CONTINUE -> "goes on";
      case NEW_CASE -> "is a new case";
      case IGNORE -> "stays decided as it was";
    };
  }

  private void reads(String id, Field field) {
    for (Field.Read read :
        List.of(Field.Read.AT_START, Field.Read.AT_STOP, Field.Read.FIRST, Field.Read.HIGHEST)) {
      if (read != field.readOrDefault() && field.readOrDefault() != Field.Read.AT_EACH_MOMENT) {
        set(
            "read-" + id + "-" + read.key(),
            "the value of “" + id + "” is the one " + which(read),
            "the agreement takes the one " + which(field.readOrDefault()),
            own -> {
              Map<String, Field> fields = new LinkedHashMap<>(own.fields());
              fields.computeIfPresent(
                  id,
                  (name, old) ->
                      new Field(old.type(), Optional.of(read), old.setBy(), old.sensitive()));
              return new RecordSet(
                  own.caseKey(),
                  own.moments(),
                  fields,
                  own.turns(),
                  own.reopening(),
                  own.voidedBy(),
                  own.closedBy(),
                  own.delivery(),
                  own.origin());
            });
      }
    }
  }

  private static String which(Field.Read read) {
    return switch (read) {
      case AT_START -> "at the start";
      case AT_STOP -> "at the stop";
      case FIRST -> "that was first";
      case HIGHEST -> "that was highest";
      case AT_EACH_MOMENT -> "at each moment";
    };
  }

  private void set(String id, String theirs, String agreed, UnaryOperator<RecordSet> change) {
    all.text(
        id,
        theirs,
        agreed,
        (text, term) ->
            Optional.ofNullable(text.records().get(term.records()))
                .filter(old -> !change.apply(old).equals(old))
                .map(old -> Terms.records(text, term.records(), change.apply(old))));
  }
}
