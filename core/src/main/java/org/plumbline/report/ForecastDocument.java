package org.plumbline.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;
import org.plumbline.forecast.Chance;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.Kind;
import org.plumbline.forecast.LineForecast;
import org.plumbline.judge.Status;
import org.plumbline.wording.ForecastWording;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Lays forecasts out: at a glance, each in sentences, and the past periods behind the chances. */
public final class ForecastDocument {

  private final ForecastWording words;
  private final List<Forecast> forecasts;

  private ForecastDocument(Agreement agreement, List<Forecast> forecasts) {
    this.forecasts = forecasts;
    words = ForecastWording.of(agreement);
  }

  /**
   * The document.
   *
   * @param hash names the text in force
   * @param asOf up to when what had happened was counted
   * @param seed with which past cases were drawn
   */
  public static Document of(
      Agreement agreement,
      List<Forecast> forecasts,
      ReportingPeriod asked,
      String hash,
      Instant asOf,
      long seed) {
    Wording wording = Wording.of(agreement);
    return new Document(
        agreement.title() + ": forecast",
        wording.party(Party.PROVIDER)
            + " for "
            + wording.party(Party.CUSTOMER)
            + ", "
            + PeriodWords.name(asked),
        agreement.marking(),
        List.of(
            new Document.Fact("Agreement", agreement.id()),
            new Document.Fact("Version", hash),
            new Document.Fact("As of", new Moments(agreement.zone()).minute(asOf)),
            new Document.Fact("Seed", Long.toString(seed)),
            new Document.Fact("Times and dates", "in the agreement’s zone, " + agreement.zone())),
        new ForecastDocument(agreement, forecasts).sections());
  }

  /** One section for a report of results: at a glance, and each in sentences. */
  static List<Document.Section> section(Outlook outlook) {
    ForecastDocument document = new ForecastDocument(outlook.text(), outlook.forecasts());
    if (outlook.forecasts().isEmpty()) {
      return List.of();
    }
    Document.Section glance = document.atAGlance();
    List<Block> blocks = new ArrayList<>(glance.blocks());
    blocks.add(new Block.Listing(document.items(), true));
    return List.of(
        new Document.Section(
            glance.id(),
            glance.title(),
            glance.lead()
                + (outlook.forecasts().stream().anyMatch(each -> each.chance().isPresent())
                    ? " Chances are drawn from past periods (seed " + outlook.seed() + ")."
                    : ""),
            blocks));
  }

  private List<Document.Section> sections() {
    List<Document.Section> sections = new ArrayList<>();
    sections.add(atAGlance());
    sections.add(each());
    if (forecasts.stream().anyMatch(forecast -> forecast.chance().isPresent())) {
      sections.add(past());
    }
    return sections;
  }

  private Document.Section atAGlance() {
    List<Block.Row> rows = new ArrayList<>();
    for (Forecast forecast : forecasts) {
      Status now = forecast.result().wouldBe().orElse(forecast.result().status());
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(words.title(forecast)),
                  Block.Cell.of(now.words(), Tone.of(now)),
                  Block.Cell.of(allowed(forecast)),
                  Block.Cell.of(
                      forecast
                          .chance()
                          .map(chance -> ForecastWording.whole(chance.ofTarget()))
                          .orElse("")),
                  Block.Cell.of(certain(forecast))),
              false));
    }
    return new Document.Section(
        "forecast",
        "What can still become of it",
        "As the records tell it so far. Nothing here decides a result.",
        List.of(
            new Block.Table(
                "By metric and period",
                List.of(
                    new Block.Column("Metric", false, 0),
                    new Block.Column("So far", false, 0),
                    new Block.Column("Still allowed", true, 0),
                    new Block.Column("Chance", true, 1),
                    new Block.Column("Certain", false, 0)),
                rows)));
  }

  private static String allowed(Forecast forecast) {
    List<LineForecast> lines =
        forecast.lines().stream()
            .filter(line -> line.line().level() == LineId.LevelKind.TARGET)
            .filter(line -> line.line().rest() == 0)
            .toList();
    if (lines.size() != 1) {
      return "";
    }
    LineForecast line = lines.get(0);
    OptionalLong allowed = line.allowed();
    if (line.kind() == Kind.AVAILABLE || line.kind() == Kind.SUM) {
      return line.room()
          .filter(room -> room.numerator().signum() >= 0)
          .map(
              room ->
                  line.kind() == Kind.SUM
                      ? Numbers.figure(room, line.unit(), line.bounds())
                      : Numbers.brief(
                          Numbers.duration(
                              room.numerator().divide(room.denominator()).longValueExact())))
          .orElse(line.room().isPresent() ? "none" : "");
    }
    boolean told = line.kind() == Kind.SHARE || line.kind() == Kind.COUNT;
    return told && !line.bounds().isEmpty()
        ? allowed.isPresent() ? Numbers.count(allowed.getAsLong()) : "none"
        : "";
  }

  private static String certain(Forecast forecast) {
    return forecast
        .certainty()
        .map(
            each ->
                each.isCertain()
                    ? each.result().map(Status::words).orElse("target missed")
                        + each.since().map(day -> " since " + day).orElse("")
                    : each.latest().map(day -> "by " + day).orElse("not known when"))
        .orElse("");
  }

  private Document.Section each() {
    return new Document.Section(
        "sentences", "One by one", "", List.of(new Block.Listing(items(), false)));
  }

  private List<Block.Listing.Item> items() {
    List<Block.Listing.Item> items = new ArrayList<>();
    for (Forecast forecast : forecasts) {
      List<String> said = words.sentences(forecast);
      items.add(
          new Block.Listing.Item(
              words.title(forecast),
              said.isEmpty() ? "" : said.get(0),
              Tone.of(forecast.result().wouldBe().orElse(forecast.result().status())),
              said.isEmpty() ? List.of() : said.subList(1, said.size())));
    }
    return items;
  }

  private Document.Section past() {
    List<Block> tables = new ArrayList<>();
    for (Forecast forecast : forecasts) {
      forecast.chance().ifPresent(chance -> tables.add(table(forecast, chance)));
    }
    return new Document.Section(
        "past",
        "How past periods went on",
        "What came in past periods after the day that is as many days before their end, and what"
            + " the open period would be if it went on like them. A draw takes one of them at"
            + " random, and of the cases of its rest as many as there were, with replacement. A"
            + " figure to which nothing adds, as of a stock or a median, moves as it moved then.",
        tables);
  }

  private Block table(Forecast forecast, Chance chance) {
    boolean share = forecast.lines().stream().anyMatch(line -> line.kind() == Kind.SHARE);
    boolean time = forecast.lines().stream().anyMatch(line -> line.kind() == Kind.AVAILABLE);
    List<Block.Row> rows = new ArrayList<>();
    for (Chance.Past past : chance.past()) {
      List<Block.Cell> cells = new ArrayList<>();
      cells.add(Block.Cell.of(PeriodWords.shortName(past.period())));
      cells.add(
          Block.Cell.of(
              time
                  ? Numbers.brief(
                      Numbers.duration(
                          past.down().numerator().divide(past.down().denominator()).longValue()))
                  : Numbers.count(past.cases())));
      if (share) {
        cells.add(Block.Cell.of(Numbers.count(past.misses())));
      }
      cells.add(Block.Cell.of(past.result().words(), Tone.of(past.result())));
      rows.add(new Block.Row(cells, false));
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Period", false, 0));
    columns.add(new Block.Column(time ? "Down after" : "Cases after", true, 0));
    if (share) {
      columns.add(new Block.Column("Misses", true, 0));
    }
    columns.add(new Block.Column("Would be", false, 0));
    return new Block.Table(words.title(forecast), columns, rows);
  }
}
