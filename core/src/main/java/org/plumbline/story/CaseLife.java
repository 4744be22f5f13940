package org.plumbline.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.report.Block;
import org.plumbline.report.CaseStory;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;
import org.plumbline.wording.CaseTimes;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Wording;

/** One case: how it stands, whose turn it was when, and where its record is. */
final class CaseLife {
  private final Wording wording;
  private final CaseTimes times;
  private final List<String> parties;

  CaseLife(Agreement agreement, Wording wording, String metric) {
    this.wording = wording;
    times = CaseTimes.of(agreement, metric);
    parties = new ArrayList<>(agreement.parties().keySet());
  }

  Document.Section section(CaseStory story) {
    CaseOutcome outcome = story.outcome();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(wording.caseOutcome(outcome)));
    story.terms().ifPresent(terms -> blocks.add(new Block.Paragraph(under(terms))));
    if (!story.intervals().isEmpty()) {
      blocks.add(timeline(story));
    }
    blocks.add(facts(outcome));
    return new Document.Section("case-" + outcome.part(), "Case " + name(outcome), "", blocks);
  }

  private static String under(String terms) {
    return "It stands under " + terms + ", whose clock and limit decide of it.";
  }

  private Block timeline(CaseStory story) {
    Instant start = story.intervals().get(0).from();
    Instant end = story.intervals().get(story.intervals().size() - 1).until();
    List<Block.Piece> pieces = new ArrayList<>();
    for (CaseInterval interval : story.intervals()) {
      pieces.add(
          new Block.Piece(
              position(interval.from(), start, end),
              position(interval.until(), start, end),
              name(interval.party()),
              Wording.turn(interval.turn()),
              times.at(interval.from()),
              times.at(interval.until()),
              times.length(interval),
              times.open(interval),
              interval.counted()));
    }
    Optional<Instant> due =
        story.outcome().due().filter(at -> !at.isBefore(start) && !at.isAfter(end));
    return new Block.Timeline(
        "life-" + story.outcome().part(),
        "Whose turn it was",
        pieces,
        due.map(at -> position(at, start, end)),
        due.map(at -> "limit ran out " + times.due(at, story.outcome().unit())).orElse(""));
  }

  private Block.PartyName name(String party) {
    int color = parties.indexOf(party);
    int shown =
        party.equals(PartyTime.UNASSIGNED)
            ? Block.PartyName.UNASSIGNED
            : color < 0 ? Block.PartyName.NOBODY : color;
    return new Block.PartyName(wording.party(party), shown);
  }

  private Block facts(CaseOutcome outcome) {
    List<Block.Row> rows = new ArrayList<>();
    fact(rows, "Stands", state(outcome, wording, false));
    fact(rows, "Started", outcome.start().map(times::start).orElse(""));
    fact(rows, "Stopped", outcome.stop().map(times::stop).orElse(""));
    fact(rows, "Taken", amount(outcome.elapsed(), outcome.unit()));
    fact(rows, "Limit", amount(outcome.limit(), outcome.unit()));
    fact(rows, "Limit runs out", outcome.due().map(at -> times.due(at, outcome.unit())).orElse(""));
    fact(rows, "Decided", outcome.decided().map(Object::toString).orElse(""));
    outcome.fields().forEach((field, value) -> fact(rows, field, value));
    fact(rows, "Source", source(outcome));
    return new Block.Table(
        "What is known of it",
        List.of(new Block.Column("", false, 0), new Block.Column("Value", false, 0)),
        rows);
  }

  private static void fact(List<Block.Row> rows, String name, String value) {
    if (!value.isEmpty()) {
      rows.add(new Block.Row(List.of(Block.Cell.of(name), Block.Cell.of(value)), false));
    }
  }

  /** The key, and the part where the case was split by a late reopening. */
  static String name(CaseOutcome outcome) {
    String part = outcome.part() == 0 ? "" : ", part " + (outcome.part() + 1) + " (reopened late)";
    return outcome.key() + part + outcome.holder().map(Wording::heldBy).orElse("");
  }

  /** How it stands, and why; what is counted again and again is neither met nor missed. */
  static String state(CaseOutcome outcome, Wording wording, boolean stock) {
    String state =
        stock && outcome.state() == CaseOutcome.State.MET
            ? "counted"
            : outcome.exclusion().isPresent()
                ? "taken out"
                : outcome.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String reason = wording.caseReason(outcome);
    return reason.isEmpty() ? state : state + " (" + reason + ")";
  }

  static Tone tone(CaseOutcome outcome, boolean stock) {
    return stock
        ? Tone.PLAIN
        : switch (outcome.state()) {
          case MET -> Tone.GOOD;
          case NOT_MET -> Tone.BAD;
          case INDETERMINATE, OPEN, VOIDED, NOT_QUALIFIED -> Tone.PLAIN;
        };
  }

  static String amount(OptionalLong amount, FigureUnit unit) {
    return amount.isPresent() ? Numbers.inUnit(amount.getAsLong(), unit) : "";
  }

  static String source(CaseOutcome outcome) {
    return outcome.source().file().isEmpty()
        ? CaseOutcome.NO_RECORD
        : outcome.source().file() + ", row " + Numbers.count(outcome.source().row());
  }

  private static BigDecimal position(Instant at, Instant start, Instant end) {
    long whole = Math.max(1, EpochMicros.of(end) - EpochMicros.of(start));
    long part = EpochMicros.of(at) - EpochMicros.of(start);
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 5, RoundingMode.HALF_UP);
  }
}
