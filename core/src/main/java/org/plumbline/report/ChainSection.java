package org.plumbline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Course;
import org.plumbline.chain.Link;
import org.plumbline.trial.TriedChain;
import org.plumbline.trial.TriedStep;

/** Promises against their steps: what is left at worst, and that worst course drawn. */
final class ChainSection {

  private static final int DRAWN = 12;

  private final Agreement agreement;
  private final DateTimeFormatter shown =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.US);

  ChainSection(Agreement agreement) {
    this.agreement = agreement;
  }

  Document.Section of(List<Chain> chains, List<TriedChain> tried) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Row> rows = new ArrayList<>();
    for (Chain chain : chains) {
      boolean late = chain.late() > 0;
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(chain.label()),
                  Block.Cell.of(chain.promised().toString()),
                  Block.Cell.of(chain.words(chain.worst().used())),
                  Block.Cell.of(chain.words(chain.worst().slack()), late ? Tone.BAD : Tone.GOOD),
                  Block.Cell.of(date(chain.worst().start())),
                  Block.Cell.of(chain.late() + " of " + chain.starts()),
                  Block.Cell.of(chain.worst().critical().link().reference())),
              false));
    }
    blocks.add(
        new Block.Table(
            "Promises against the time that their steps may take",
            List.of(
                new Block.Column("Promise", false, 0),
                new Block.Column("Promised", false, 0),
                new Block.Column("Steps at worst", false, 0),
                new Block.Column("Left at worst", false, 0),
                new Block.Column("Worst start", false, 1),
                new Block.Column("Starts too long", true, 2),
                new Block.Column("Critical step", false, 1)),
            rows));
    Set<String> cut = new LinkedHashSet<>();
    chains.stream()
        .filter(chain -> chain.untold() == Chain.Untold.WAYS)
        .forEach(chain -> cut.add(chain.metric()));
    if (!cut.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Not all ways were gone through, there are too many, of: "
                  + String.join(", ", cut)
                  + "."));
    }
    if (chains.stream().anyMatch(chain -> chain.untold() == Chain.Untold.PROMISES)) {
      blocks.add(
          new Block.Paragraph(
              "Of promises that do not stand here nothing is said: after these "
                  + chains.size()
                  + " ways no more were gone through."));
    }
    chains.stream()
        .filter(chain -> chain.links().size() > 1)
        .limit(DRAWN)
        .forEach(chain -> draw(chain, blocks));
    tried.stream().filter(chain -> chain.steps().size() > 1).forEach(chain -> tried(chain, blocks));
    return new Document.Section(
        "chain",
        "The process chain",
        "Each promise against the steps that have to be done for it, each taking all the time that"
            + " it may, from every start in the performance period.",
        blocks);
  }

  /** How often records of the past broke a chain, and which steps did. */
  private static void tried(TriedChain tried, List<Block> blocks) {
    Chain chain = tried.chain();
    String these = tried.looked() < tried.broken() ? "of the worst " + tried.looked() : "of these";
    String steps =
        tried.broken() == 0
            ? "."
            : tried.inTime() == 0
                ? "; in each " + these + " a step took longer than it may."
                : "; in " + tried.inTime() + " " + these + " no step that is seen took longer.";
    blocks.add(
        new Block.Paragraph(
            chain.metric()
                + " in the records: "
                + tried.broken()
                + " of "
                + tried.cases()
                + (tried.cases() == 1 ? " case" : " cases")
                + " took longer than "
                + chain.promised()
                + steps));
    List<Block.Row> rows = new ArrayList<>();
    for (TriedStep step : tried.steps()) {
      Link link = step.link();
      boolean seen = step.seen().isPresent();
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(link.reference()),
                  Block.Cell.of(
                      String.join(", ", link.parties())
                          + ": "
                          + link.allotted()
                          + ", "
                          + link.calendarWords()),
                  Block.Cell.of(seen ? String.valueOf(step.cases()) : "not seen"),
                  Block.Cell.of(
                      seen ? String.valueOf(step.longer()) : "",
                      step.longer() > 0 ? Tone.BAD : Tone.PLAIN),
                  Block.Cell.of(seen ? String.valueOf(step.broke()) : ""),
                  Block.Cell.of(worst(step)),
                  Block.Cell.of(step.seen().orElse("nothing tells when it begins and ends"))),
              false));
    }
    blocks.add(
        new Block.Table(
            "The steps of " + chain.metric() + " in the records",
            List.of(
                new Block.Column("Step", false, 0),
                new Block.Column("Whose, and what it may take", false, 0),
                new Block.Column("Cases", true, 0),
                new Block.Column("Took longer", true, 0),
                new Block.Column("Of the broken", true, 0),
                new Block.Column("At worst", false, 1),
                new Block.Column("Seen by", false, 2)),
            rows));
  }

  private static String worst(TriedStep step) {
    return step.worst()
        .filter(outcome -> outcome.elapsed().isPresent())
        .map(
            outcome -> step.link().words(outcome.elapsed().getAsLong()) + ", case " + outcome.key())
        .orElse("");
  }

  private void draw(Chain chain, List<Block> blocks) {
    Course worst = chain.worst();
    Instant end = worst.end().isAfter(worst.due()) ? worst.end() : worst.due();
    List<Block.Piece> pieces = new ArrayList<>();
    for (Course.Span span : worst.spans()) {
      pieces.add(
          new Block.Piece(
              position(span.from(), worst.start(), end),
              position(span.until(), worst.start(), end),
              party(span.link()),
              span.link().name(),
              date(span.from()),
              date(span.until()),
              span.link().allotted().toString(),
              span.link().counted() ? chain.words(span.used()) : "does not count",
              span.link().counted()));
    }
    blocks.add(
        new Block.Timeline(
            "chain-" + blocks.size(),
            chain.name()
                + (chain.by().isEmpty() ? "" : ", by " + String.join(", ", chain.by()))
                + ": the worst start, "
                + date(worst.start()),
            pieces,
            Optional.of(position(worst.due(), worst.start(), end)),
            "promised until " + date(worst.due())));
    List<String> left = new ArrayList<>();
    for (Map.Entry<Long, Long> entry : chain.bySlack().entrySet()) {
      if (left.size() < 6) {
        left.add(chain.words(entry.getKey()) + " from " + entry.getValue());
      }
    }
    String more = chain.bySlack().size() > 6 ? ", and so on" : "";
    blocks.add(
        new Block.Paragraph(
            "Left of "
                + chain.promised()
                + ", by number of starts: "
                + String.join(", ", left)
                + more
                + "."));
  }

  private Block.PartyName party(Link link) {
    List<String> parties = new ArrayList<>(agreement.parties().keySet());
    parties.remove(Party.CUSTOMER);
    parties.remove(Party.PROVIDER);
    String party = link.party();
    int color =
        party.equals(Party.CUSTOMER)
            ? 0
            : party.equals(Party.PROVIDER) ? 1 : 2 + Math.max(0, parties.indexOf(party)) % 6;
    String name =
        Optional.ofNullable(agreement.parties().get(party)).map(Party::name).orElse(party);
    return new Block.PartyName(link.parties().size() > 1 ? name + " and others" : name, color);
  }

  private String date(Instant instant) {
    return shown.format(instant.atZone(agreement.zone()));
  }

  private static BigDecimal position(Instant at, Instant start, Instant end) {
    long whole = Math.max(1, Duration.between(start, end).toSeconds());
    long part = Duration.between(start, at).toSeconds();
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 5, RoundingMode.HALF_UP);
  }
}
