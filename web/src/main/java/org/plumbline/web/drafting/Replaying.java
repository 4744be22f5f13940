package org.plumbline.web.drafting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.difference.MetricChanges;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Results;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Remedying;
import org.plumbline.replay.Past;
import org.plumbline.replay.Replay;
import org.plumbline.replay.Replayed;
import org.plumbline.report.Heeded;
import org.plumbline.report.ReplayDocument;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.ReplayJson;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.Differences;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * What a text would have done over the records that were brought in, beside another: both as if
 * they had been in force all the time, without what was granted or declared.
 */
@Component
final class Replaying {

  private final Agreements agreements;
  private final Authority authority;
  private final OwnRecords records;

  Replaying(Agreements agreements, Authority authority, OwnRecords records) {
    this.agreements = agreements;
    this.authority = authority;
    this.records = records;
  }

  /** Two texts over the same records. */
  record Told(VersionRow before, VersionRow after, Replay replay, List<String> changes) {
    /** Copies the list. */
    Told {
      changes = List.copyOf(changes);
    }

    /** As the content of a page. */
    String page() {
      return HtmlReport.content(
          ReplayDocument.of(
              replay,
              changes,
              List.of(),
              new Heeded(
                  Optional.of("both texts as if in force as long as the records reach"),
                  Optional.empty(),
                  replay.after().results().asOf())));
    }

    /** As data. */
    String json() {
      return ReplayJson.write(replay, changes, List.of());
    }
  }

  /** Whether there are records to replay. */
  boolean hasRecords(Viewer viewer, UUID agreement) {
    return records.any(viewer, agreement);
  }

  /** The text beside which another is replayed: the one named, else the one it rests on. */
  Optional<VersionRow> before(
      Viewer viewer, UUID agreement, VersionRow after, Optional<UUID> since) {
    return since
        .map(id -> agreements.version(viewer, agreement, id))
        .or(() -> Differences.before(agreements.versions(viewer, agreement), after));
  }

  /**
   * Replays.
   *
   * @throws Refused if there is nothing to replay, with what to do
   */
  Told of(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since) {
    VersionRow after = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.MEASURE);
    VersionRow before =
        before(viewer, agreement, after, since)
            .orElseThrow(
                () -> new Refused("This is the first text: there is none to set it beside."));
    CheckedText old = agreements.text(viewer, before);
    CheckedText young = agreements.text(viewer, after);
    if (!old.isWhole() || !young.isWhole()) {
      throw new Refused("One of the two texts has errors; mend them first.");
    }
    if (!records.any(viewer, agreement)) {
      throw new Refused("Upload records first; the past is what they say.");
    }
    Agreement draft = young.agreement().orElseThrow();
    return records.read(
        viewer,
        agreement,
        before,
        old,
        (open, now) -> {
          Agreement was = OwnRecords.throughout(old.agreement().orElseThrow(), open.sets());
          DuckDbEngine engine = new DuckDbEngine(open.database());
          Evaluated evaluated = Rounds.evaluate(engine, was, open.sets(), now, step -> {});
          Past past = new Past(engine, was, Optional.of(evaluated), open.sets(), now);
          Replayed would = past.replay(draft, step -> {});
          Replay replay =
              Replay.of(
                  side(was, old.hash().orElseThrow(), evaluated.results()),
                  side(would.agreement(), young.hash().orElseThrow(), would.results()),
                  would.answered(),
                  result -> was,
                  variant -> past.replay(variant, step -> {}).results());
          return new Told(
              before, after, replay, MetricChanges.between(old.agreement().orElseThrow(), draft));
        });
  }

  private static Replay.Side side(Agreement agreement, String hash, Results results) {
    return new Replay.Side(
        agreement, hash, results, Remedying.follow(agreement, results, Circumstances.NONE));
  }
}
