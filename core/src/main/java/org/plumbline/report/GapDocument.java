package org.plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.gap.Capability;
import org.plumbline.gap.Gap;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Lays gaps out: what is required, promised, offered and shown, why, and what to amend. */
public final class GapDocument {

  private static final int FEW = 3;

  private final Agreement agreement;
  private final Wording wording;
  private final List<Gap> gaps;
  private final Map<Gap, List<String>> patches;

  private GapDocument(Agreement agreement, List<Gap> gaps, Map<Gap, List<String>> patches) {
    this.agreement = agreement;
    this.gaps = gaps;
    this.patches = patches;
    wording = Wording.of(agreement);
  }

  /**
   * The document.
   *
   * @param patches by gap the lines of the text that would change
   * @param hash names the text in force at the end
   * @param heeded what was known
   */
  public static Document of(
      Agreement agreement,
      List<Gap> gaps,
      Map<Gap, List<String>> patches,
      ReportingPeriod asked,
      String hash,
      java.time.Instant asOf,
      Heeded heeded) {
    List<Document.Fact> facts = new ArrayList<>();
    facts.add(new Document.Fact("Agreement", agreement.id()));
    facts.add(new Document.Fact("Version", hash));
    facts.addAll(heeded.facts(agreement.zone()));
    facts.add(new Document.Fact("As of", new Moments(agreement.zone()).minute(asOf)));
    facts.add(new Document.Fact("Times and dates", "in the agreement’s zone, " + agreement.zone()));
    GapDocument document = new GapDocument(agreement, gaps, patches);
    return new Document(
        agreement.title() + ": service level gaps",
        document.wording.party(Party.PROVIDER)
            + " for "
            + document.wording.party(Party.CUSTOMER)
            + ", "
            + PeriodWords.name(asked),
        agreement.marking(),
        facts,
        document.sections());
  }

  private List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(sideBySide());
    sections.add(causes());
    if (!patches.isEmpty()) {
      sections.add(proposals());
    }
    return sections;
  }

  private Document.Section sideBySide() {
    List<Block.Row> rows = new ArrayList<>();
    boolean offers = gaps.stream().anyMatch(gap -> gap.offered().isPresent());
    for (Gap gap : gaps) {
      List<Block.Cell> cells = new ArrayList<>();
      cells.add(Block.Cell.of(name(gap)));
      cells.add(
          Block.Cell.of(
              bound(gap, gap.required())
                  + gap.requirement().map(id -> " (" + id + ")").orElse("")));
      cells.add(Block.Cell.of(bound(gap, gap.promised())));
      if (offers) {
        cells.add(Block.Cell.of(bound(gap, gap.offered())));
      }
      cells.add(Block.Cell.of(shown(gap)));
      cells.add(Block.Cell.of(interval(gap)));
      cells.add(Block.Cell.of(gap.stands().words(), tone(gap)));
      rows.add(new Block.Row(cells, false));
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Metric", false, 0));
    columns.add(new Block.Column("Required", false, 0));
    columns.add(new Block.Column("Promised", false, 2));
    if (offers) {
      columns.add(new Block.Column("Offered", false, 1));
    }
    columns.add(new Block.Column("Shown", true, 0));
    columns.add(new Block.Column("95% interval", true, 0));
    columns.add(new Block.Column("Stands", false, 0));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Table("By line and bound of each target", columns, rows));
    if (!apart().isEmpty()) {
      blocks.add(new Block.Listing(apart(), false));
    }
    return new Document.Section(
        "gaps",
        "Required, promised, shown",
        "Of a share: all cases together, with the Wilson interval. Of any other figure: the median"
            + " of the periods, with an interval between two of them, from six periods on.",
        blocks);
  }

  /** Few by name, many from the first to the last. */
  private static String named(List<ReportingPeriod> periods) {
    List<String> names = periods.stream().map(PeriodWords::shortName).toList();
    return names.size() <= FEW
        ? String.join(", ", names)
        : names.get(0) + " to " + names.get(names.size() - 1) + " (" + names.size() + " periods)";
  }

  /** Periods that are not counted, as other terms measured them. */
  private List<Block.Listing.Item> apart() {
    Map<String, List<ReportingPeriod>> apart = new LinkedHashMap<>();
    gaps.stream()
        .filter(gap -> !gap.apart().isEmpty())
        .forEach(gap -> apart.put(gap.metric(), gap.apart()));
    List<Block.Listing.Item> items = new ArrayList<>();
    apart.forEach(
        (metric, periods) ->
            items.add(
                new Block.Listing.Item(
                    wording.metricName(metric),
                    "not counted here, as other terms measured them: " + named(periods) + ".",
                    Tone.QUIET,
                    List.of())));
    return items;
  }

  private String name(Gap gap) {
    Metric metric = agreement.metrics().get(gap.metric());
    if (metric == null) {
      return gap.metric();
    }
    Level.Line line = metric.target().measured().get(gap.line().line());
    String which =
        line.applies() instanceof Level.Applies.When when
            ? ": " + wording.condition(when.condition())
            : line.applies() instanceof Level.Applies.Otherwise ? ": all others" : "";
    return metric.name() + which + (gap.line().rest() > 0 ? ": the rest" : "");
  }

  private static String bound(Gap gap, Optional<Literal> bound) {
    return bound.map(it -> Numbers.bound(gap.comparison(), Numbers.literal(it))).orElse("none");
  }

  private static String shown(Gap gap) {
    return gap.shown()
        .map(
            it ->
                Numbers.figure(it.figure(), gap.unit(), List.of())
                    + " of "
                    + Numbers.counted(it.cases(), "case", "cases"))
        .orElse("no data");
  }

  private static String interval(Gap gap) {
    return gap.shown()
        .filter(it -> it.low().isPresent() && it.high().isPresent())
        .map(
            it ->
                Numbers.figure(it.low().orElseThrow(), gap.unit(), List.of())
                    + " to "
                    + Numbers.figure(it.high().orElseThrow(), gap.unit(), List.of()))
        .orElseGet(
            () ->
                gap.shown()
                    .map(Capability::periods)
                    .map(n -> "none from " + Numbers.counted(n, "period", "periods"))
                    .orElse(""));
  }

  private static Tone tone(Gap gap) {
    return switch (gap.stands()) {
      case REACHED -> Tone.GOOD;
      case NOT_REACHED -> Tone.BAD;
      case UNSURE -> Tone.UNKNOWN;
      case NOTHING_PROMISED, NO_DATA -> Tone.QUIET;
    };
  }

  // ---- causes ----

  private Document.Section causes() {
    Map<String, Gap> byMetric = new LinkedHashMap<>();
    gaps.forEach(gap -> byMetric.putIfAbsent(gap.metric(), gap));
    Map<String, Gap.Causes> all = new LinkedHashMap<>();
    Map<String, Gap.Causes> missed = new LinkedHashMap<>();
    byMetric.forEach(
        (metric, gap) -> {
          all.put(metric, gap.causes());
          gap.causes().missed().ifPresent(own -> missed.put(metric, own));
        });
    List<Block> tables = new ArrayList<>(List.of(causes("By metric", all, false)));
    if (!missed.isEmpty()) {
      tables.add(causes("Of the cases that missed, furthest past their limit", missed, true));
    }
    return new Document.Section(
        "causes",
        "Whose time it was",
        "Shares of the time of the cases counted, by whose turn it was; closed: outside the clock’s"
            + " hours; data: cases of which nothing can be said.",
        tables);
  }

  private Block causes(String title, Map<String, Gap.Causes> byMetric, boolean ofMissed) {
    List<String> parties = new ArrayList<>();
    byMetric.values().stream()
        .flatMap(causes -> causes.parties().stream())
        .filter(party -> !parties.contains(party))
        .forEach(parties::add);
    parties.sort(
        java.util.Comparator.comparingInt(GapDocument::place)
            .thenComparing(java.util.Comparator.naturalOrder()));
    List<Block.Row> rows = new ArrayList<>();
    byMetric.forEach(
        (metric, causes) -> {
          List<Block.Cell> cells = new ArrayList<>();
          cells.add(Block.Cell.of(wording.metricName(metric)));
          boolean timed = !causes.byParty().isEmpty();
          for (String party : parties) {
            cells.add(Block.Cell.of(timed ? share(causes.share(party)) : ""));
          }
          cells.add(Block.Cell.of(timed ? share(causes.closedShare()) : ""));
          cells.add(
              Block.Cell.of(
                  ofMissed ? Numbers.count(causes.decided()) : share(causes.unknownShare())));
          rows.add(new Block.Row(cells, false));
        });
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Metric", false, 0));
    parties.forEach(party -> columns.add(new Block.Column(party(party), true, 0)));
    columns.add(new Block.Column("Closed", true, 0));
    columns.add(new Block.Column(ofMissed ? "Cases" : "Data", true, 1));
    return new Block.Table(title, columns, rows);
  }

  private static int place(String party) {
    return switch (party) {
      case Party.PROVIDER -> 0;
      case Party.CUSTOMER -> 1;
      case PartyTime.UNASSIGNED -> 3;
      case "nobody" -> 4;
      default -> 2;
    };
  }

  private String party(String id) {
    return agreement.parties().containsKey(id) ? wording.party(id) : id;
  }

  private static String share(Exact share) {
    return share.isZero() ? "0%" : Numbers.percent(share);
  }

  // ---- proposals ----

  private Document.Section proposals() {
    List<Block.Listing.Item> items = new ArrayList<>();
    patches.forEach(
        (gap, patch) ->
            items.add(
                new Block.Listing.Item(
                    name(gap),
                    "The past supports "
                        + bound(gap, gap.proposal())
                        + " and not "
                        + bound(gap, gap.promised())
                        + ", the unfavorable end of the interval.",
                    Tone.FAIR,
                    patch)));
    return new Document.Section(
        "proposals",
        "What to amend",
        "Promises that the past did not keep, each with a bound that it supports. Whether to lower"
            + " the promise or to raise the performance is for the parties to say.",
        List.of(new Block.Listing(items, false)));
  }
}
