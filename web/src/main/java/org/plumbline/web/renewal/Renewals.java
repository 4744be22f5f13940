package org.plumbline.web.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.report.Summary;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.close.Closing;
import org.plumbline.web.drafting.Amending;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Ending;
import org.plumbline.web.records.KnownAgreement;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.StandingResults;
import org.springframework.stereotype.Component;

/** How agreements go on or end, what their year showed, and drafts with another last day. */
@Component
public final class Renewals {

  private static final int YEAR = 12;

  private final Agreements agreements;
  private final Authority authority;
  private final Closing closing;
  private final StandingResults results;
  private final Amending amending;
  private final Clock clock;

  Renewals(
      Agreements agreements,
      Authority authority,
      Closing closing,
      StandingResults results,
      Amending amending,
      Clock clock) {
    this.agreements = agreements;
    this.authority = authority;
    this.closing = closing;
    this.results = results;
    this.amending = amending;
    this.clock = clock;
  }

  /**
   * What a metric was in the last twelve periods that stand.
   *
   * @param met periods in which it met its target
   * @param missed periods in which it did not
   */
  public record Year(String metric, String performing, long met, long missed) {}

  /**
   * How an agreement stands.
   *
   * @param from the first day by the text
   * @param runOut what becomes of cases that are open at the end: {@code judged} or {@code dropped}
   * @param next the last day of a next term as long as this one
   * @param noticeOpen whether notice about renewal can still be given in time
   */
  public record Standing(
      Ending ending,
      String sentence,
      LocalDate from,
      String runOut,
      LocalDate next,
      boolean noticeOpen,
      List<Year> year) {
    /** Copies the list. */
    public Standing {
      year = List.copyOf(year);
    }
  }

  /** How it stands today; empty without a text that can be read. */
  public Optional<Standing> of(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return closing.terms(viewer, agreement).map(terms -> standing(viewer, agreement, terms));
  }

  private Standing standing(Viewer viewer, UUID agreement, KnownAgreement terms) {
    Agreement text = terms.versions().last().agreement();
    Ending ending = terms.ending().orElseThrow();
    LocalDate from = terms.versions().first().agreement().performancePeriod().from();
    return new Standing(
        ending,
        ending.sentence(),
        from,
        text.performancePeriod().runOut().map(PerformancePeriod.RunOut::key).orElse("judged"),
        ending.until().plusYears(1),
        ending.isNoticeOpen(today(text)),
        year(viewer, agreement));
  }

  private LocalDate today(Agreement text) {
    return LocalDate.ofInstant(clock.instant(), text.zone());
  }

  private List<Year> year(Viewer viewer, UUID agreement) {
    Map<String, List<Summary.Line>> byMetric = new LinkedHashMap<>();
    results.latest(viewer, Optional.of(agreement)).stream()
        .limit(YEAR)
        .flatMap(latest -> latest.summary().lines().stream())
        .forEach(line -> byMetric.computeIfAbsent(line.name(), it -> new ArrayList<>()).add(line));
    return byMetric.entrySet().stream()
        .map(
            each ->
                new Year(
                    each.getKey(),
                    each.getValue().get(0).performing(),
                    count(each.getValue(), "met"),
                    count(each.getValue(), "not-met")))
        .toList();
  }

  /** Periods, each once however many lines it has. */
  private static long count(List<Summary.Line> lines, String status) {
    return lines.stream()
        .filter(line -> line.status().equals(status))
        .map(line -> line.period() + line.each())
        .distinct()
        .count();
  }

  /**
   * Drafts the text with another last day, as an amendment where it was signed.
   *
   * @param day such as {@code 2027-09-30}
   * @param reason why; empty: as the day says
   * @return the draft, in the own room
   */
  public UUID draft(Viewer viewer, UUID agreement, String day, String reason) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    KnownAgreement terms =
        closing
            .terms(viewer, agreement)
            .orElseThrow(() -> new Refused("Put in a text without errors first."));
    Agreement text = terms.versions().last().agreement();
    PerformancePeriod period = text.performancePeriod();
    LocalDate until = day(day);
    if (until.equals(period.until())) {
      throw new Refused("The text ends on that day already.");
    }
    if (!until.isAfter(period.from())) {
      throw new Refused("The last day is after the first, " + period.from() + ".");
    }
    boolean goesOn = until.isAfter(period.until());
    LocalDate today = today(text);
    LocalDate effective =
        goesOn ? period.until().plusDays(1) : today.isBefore(until) ? today : until;
    return amending.draft(
        viewer,
        terms.last(),
        Map.of("performance-period/until", until.toString()),
        new Amending.Why(
            effective,
            reason.isBlank() ? (goesOn ? "It goes on until " : "It ends on ") + until : reason,
            "customer-operations"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException fault) {
      throw new Refused("Write the last day like 2027-09-30.");
    }
  }
}
