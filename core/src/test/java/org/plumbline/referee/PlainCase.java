package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.TimeAmount;

/** A case as it was seen at the as-of instant, without a metric and its clock (meaning 14). */
final class PlainCase implements Asked {

  final RecordSet set;
  final CasePart part;
  private final Ground ground;
  private final Moments moments;
  private final Fields fields;

  PlainCase(Ground ground, RecordSet set, boolean eventLog, CasePart part) {
    this.ground = ground;
    this.set = set;
    this.part = part;
    fields = new Fields(ground, eventLog, part);
    moments =
        new Moments(
            ground,
            set,
            part.seen(),
            (condition, at) -> atOccurrence(at).holds(condition),
            Optional.empty(),
            Members.of(ground, set, part.source()));
  }

  String key() {
    return part.source().key();
  }

  boolean unusable() {
    return part.source().unusable().isPresent();
  }

  Moments moments() {
    return moments;
  }

  Conditions atOccurrence(CasePart.Occurred occurred) {
    return new Conditions(ground, set, new AtOccurrence(moments, fields, occurred), false);
  }

  Conditions conditions() {
    return new Conditions(ground, set, this, false);
  }

  Optional<Point> named(String moment) {
    return moments.value(new MomentTerm.Named(moment));
  }

  /** The value of a part of the key, as text. */
  String keyPart(String id) {
    return field(id)
        .map(PlainCase::text)
        .or(() -> set.moments().containsKey(id) ? named(id).map(PlainCase::text) : Optional.empty())
        .orElse(set.caseKey().size() == 1 ? key() : "");
  }

  @Override
  public Optional<Point> moment(MomentTerm term) {
    return moments.value(term);
  }

  @Override
  public Optional<Object> field(String id) {
    if (!set.fields().containsKey(id)) {
      return fields.last(id);
    }
    return switch (Fields.read(Objects.requireNonNull(set.fields().get(id)))) {
      case FIRST -> fields.first(id);
      case HIGHEST -> fields.highest(id);
      case AT_START, AT_STOP, AT_EACH_MOMENT -> fields.last(id);
    };
  }

  @Override
  public Optional<Long> elapsed(boolean age, TimeAmount unit) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> allowed(TimeAmount amount) {
    return Optional.empty();
  }

  @Override
  public Optional<String> turn(boolean hold) {
    return Optional.empty();
  }

  @Override
  public LocalDate day() {
    return ground.asOf.day();
  }

  /** A value as it stands in a key (meaning 14). */
  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }
    if (value instanceof Point point) {
      return point.isDate() ? point.day().toString() : instant(point.micros());
    }
    return value.toString();
  }

  static String instant(long micros) {
    long fraction = Math.floorMod(micros, 1_000_000L);
    String seconds = WallClock.instant(micros - fraction).toString();
    return fraction == 0 ? seconds : seconds.replace("Z", "." + String.format("%06dZ", fraction));
  }

  /** A value as a field of the type holds it; empty where it cannot. */
  static Optional<Object> as(Field.Type type, Object value) {
    return switch (type) {
      case TEXT -> Optional.of(text(value));
      case NUMBER, MONEY, SHARE -> Optional.of(value).filter(BigDecimal.class::isInstance);
      case DURATION -> Optional.of(value).filter(Long.class::isInstance);
      case FLAG -> Optional.of(value).filter(Boolean.class::isInstance);
    };
  }
}
