package org.plumbline.agreement.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Turn;

/** Reads record sets (language.md 4.1, 4.2). */
final class RecordSets {

  private final Terms general;
  private final YamlValue.Mapping agreement;
  private final Scalars scalars;

  RecordSets(Terms terms, YamlValue.Mapping agreement) {
    this.general = terms;
    this.agreement = agreement;
    this.scalars = terms.scalars();
  }

  /** A record set. */
  Optional<RecordSet> recordSet(YamlValue value) {
    String[] path = value.place().path().split("/", -1);
    Terms terms = general.over(FieldTypes.ofSet(agreement, path[path.length - 1]));
    return terms
        .reading()
        .map(
            value,
            "record-set",
            map -> {
              var caseKey = map.requiredList("case", scalars::id);
              Map<String, MomentTerm> moments = map.named("moments", terms.moments()::declared);
              Map<String, Field> fields = map.named("fields", this::field);
              List<Turn> turns = map.list("turns", item -> turn(item, terms));
              var reopening = map.optional("reopening", item -> reopening(item, terms));
              var voidedBy = map.list("voided-by", terms.moments()::moment);
              var closedBy = map.optional("closed-by", terms.moments()::moment);
              var delivery = map.optional("delivery", this::delivery);
              var origin = new Origins(general, agreement).origin(map);
              return map.build(
                  () ->
                      new RecordSet(
                          caseKey.value(),
                          moments,
                          fields,
                          turns,
                          reopening,
                          voidedBy,
                          closedBy,
                          delivery,
                          origin));
            });
  }

  private Optional<Field> field(YamlValue value) {
    Decoder<Field.Type> type = scalars.word(Field.Type.values(), Field.Type::key);
    if (value instanceof YamlValue.Scalar) {
      return type.decode(value).map(is -> new Field(is, Optional.empty(), Optional.empty(), false));
    }
    return general
        .reading()
        .map(
            value,
            "field",
            map -> {
              var is = map.required("type", type);
              var read = map.optional("read", scalars.word(Field.Read.values(), Field.Read::key));
              var setBy = map.optional("set-by", scalars::reference);
              boolean sensitive = map.optional("sensitive", scalars::flag).orElse(false);
              return map.build(() -> new Field(is.value(), read, setBy, sensitive));
            });
  }

  private Optional<Turn> turn(YamlValue value, Terms terms) {
    boolean stage = value instanceof YamlValue.Mapping map && map.has("stage") && !map.has("hold");
    return stage ? stage(value, terms) : hold(value, terms);
  }

  private Optional<Turn> hold(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "hold",
            map -> {
              if (map.place().equals(value.place()) && !map.has("hold")) {
                map.exactlyOne(List.of("hold", "stage"));
                return Optional.empty();
              }
              var hold = map.required("hold", scalars::id);
              var whose = map.required("whose", scalars::reference);
              var placedBy = map.optional("placed-by", scalars::reference);
              var needs = map.optional("needs", terms.moments()::moment);
              var atMost = map.optional("at-most", scalars::duration);
              return map.build(
                  () -> new Turn.Hold(hold.value(), whose.value(), placedBy, needs, atMost));
            });
  }

  private Optional<Turn> stage(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "stage",
            map -> {
              var stage = map.required("stage", scalars::id);
              var whose = map.required("whose", scalars::reference);
              var from = map.required("from", terms.moments()::moment);
              var until = map.required("until", terms.moments()::moment);
              return map.build(
                  () -> new Turn.Stage(stage.value(), from.value(), until.value(), whose.value()));
            });
  }

  private Optional<Reopening> reopening(YamlValue value, Terms terms) {
    return terms
        .reading()
        .map(
            value,
            "reopening",
            map -> {
              var at = map.required("at", terms.moments()::moment);
              var within = map.optional("within", scalars::duration);
              var then =
                  map.optional("then", scalars.word(Reopening.Then.values(), Reopening.Then::key));
              return map.build(() -> new Reopening(at.value(), within, then));
            });
  }

  private Optional<Delivery> delivery(YamlValue value) {
    return general
        .reading()
        .map(
            value,
            "delivery",
            map -> {
              var suppliedBy = map.listOrOne("supplied-by", scalars::reference);
              var source = map.optional("source", scalars::text);
              var method = map.optional("method", scalars::reference);
              boolean evidence = map.optional("evidence", scalars.word("required")).isPresent();
              var due = map.optional("due", scalars::duration);
              var last = map.optional("final", scalars::duration);
              var unusable =
                  map.optional(
                      "unusable", scalars.word(Delivery.Unusable.values(), Delivery.Unusable::key));
              var ifMissing =
                  map.optional(
                      "if-missing",
                      scalars.word(Delivery.IfMissing.values(), Delivery.IfMissing::key));
              return map.build(
                  () ->
                      new Delivery(
                          suppliedBy, source, method, evidence, due, last, unusable, ifMissing));
            });
  }
}
