package org.plumbline.referee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Share;

/** The cases of a sample (meaning 14). */
record Draw(WorkedOut sets, String id, Origin.Sample sample) {

  RefereeRecords records() {
    Ground ground = sets.ground;
    String every = ground.agreement.period().flatMap(PeriodTerms::every).orElse("month");
    Map<LocalDate, List<PlainCase>> frames = new TreeMap<>();
    for (PlainCase one : sets.cases(sample.of())) {
      Optional<LocalDate> day = firstDay(one);
      if (day.isEmpty()
          || sample.where().map(one.conditions()::holds).equals(Optional.of(Truth.NO))) {
        continue;
      }
      Periods.Days period = ground.periods.of(every, day.get(), 0);
      if (ground.wall.startOf(period.next()) <= ground.asOf.micros()) {
        frames.computeIfAbsent(period.from(), from -> new ArrayList<>()).add(one);
      }
    }
    List<RefereeCase> drawn = new ArrayList<>();
    frames.forEach(
        (from, frame) -> {
          frame.sort(
              Comparator.comparing((PlainCase one) -> lot(from, one.key()))
                  .thenComparing(PlainCase::key));
          frame.subList(0, number(frame.size())).forEach(one -> drawn.add(completed(one)));
        });
    return sets.records(id, drawn);
  }

  private Optional<LocalDate> firstDay(PlainCase one) {
    return one.set.moments().entrySet().stream()
        .filter(moment -> moment.getValue() instanceof MomentTerm.Recorded)
        .flatMap(moment -> one.named(moment.getKey()).stream())
        .min(Comparator.comparingLong(Point::micros))
        .map(Point::day);
  }

  private int number(int size) {
    BigDecimal share = sample.share().map(Share::ratio).orElse(BigDecimal.ZERO);
    long wanted =
        share.multiply(BigDecimal.valueOf(size)).setScale(0, RoundingMode.CEILING).longValueExact();
    return (int) Math.min(size, Math.max(wanted, sample.atLeast().orElse(0L)));
  }

  /** By what the cases of a draw are put in order. */
  String lot(LocalDate from, String key) {
    String text =
        String.join(
            "|",
            "plumbline-sample-1",
            sets.ground.agreement.id(),
            "" + sets.ground.agreement.amendment().map(Amendment::number).orElse(0),
            id,
            from.toString(),
            key);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private RefereeCase completed(PlainCase one) {
    Optional<PlainCase> own =
        sets.own(id).stream().filter(record -> record.key().equals(one.key())).findFirst();
    return sets.completed(id, one.key(), Optional.of(one), own, Map.of());
  }
}
