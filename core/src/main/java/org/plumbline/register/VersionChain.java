package org.plumbline.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.yaml.Places;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/** Whether a version follows the one before it: numbers, hashes, days, names. */
public final class VersionChain {

  private final Places places;
  private final Findings findings = new Findings();

  private VersionChain(Places places) {
    this.places = places;
  }

  /**
   * What is wrong with a version as the next one.
   *
   * @param before the version before; empty for the first
   * @param places where the parts of the version stand
   */
  public static List<Finding> check(Optional<Version> before, Version version, Places places) {
    VersionChain chain = new VersionChain(places);
    if (before.isEmpty()) {
      chain.first(version);
    } else {
      chain.next(before.get(), version);
    }
    return chain.findings.inFileOrder();
  }

  private void add(FindingCode code, String path, String found, String right) {
    findings.add(code, places.at(path), found, right);
  }

  private void first(Version version) {
    version
        .agreement()
        .amendment()
        .ifPresent(
            amendment ->
                add(
                    FindingCode.WRONG_NUMBER,
                    "amendment/number",
                    "the original text is missing: the first version is amendment "
                        + amendment.number(),
                    "put the text without amendment into the folder too"));
  }

  private void next(Version before, Version version) {
    Agreement old = before.agreement();
    Agreement young = version.agreement();
    if (!old.id().equals(young.id())) {
      add(
          FindingCode.OTHER_AGREEMENT,
          "agreement",
          "this is the agreement " + young.id() + " and the version before is " + old.id(),
          "an agreement keeps its id in all versions");
    }
    if (!old.zone().equals(young.zone())) {
      add(
          FindingCode.OTHER_AGREEMENT,
          "zone",
          "the zone is " + young.zone() + " and was " + old.zone(),
          "an agreement keeps its zone, in which its dates are read");
    }
    if (young.amendment().isEmpty()) {
      add(
          FindingCode.WRONG_NUMBER,
          "",
          "a second text without amendment, beside " + before.file(),
          "say with amendment: which version it replaces");
      return;
    }
    Amendment amendment = young.amendment().get();
    if (amendment.number() != before.number() + 1) {
      add(
          FindingCode.WRONG_NUMBER,
          "amendment/number",
          "amendment " + amendment.number() + " follows " + before.name(),
          "write " + (before.number() + 1) + ", or add the version that is missing");
    } else if (!amendment.replaces().equals(before.hash())) {
      add(
          FindingCode.REPLACES_ANOTHER,
          "amendment/replaces",
          "it replaces another text than " + before.name() + " in " + before.file(),
          "write " + before.hash());
    }
    days(before, version, amendment);
    records(old, young);
    metrics(old, young);
  }

  private void days(Version before, Version version, Amendment amendment) {
    LocalDate effective = amendment.effective();
    if (!effective.isAfter(before.from())) {
      add(
          FindingCode.NOT_LATER,
          "amendment/effective",
          "it takes effect on " + effective + ", and " + before.name() + " on " + before.from(),
          "write a later day; of two amendments of one day make one");
    }
    LocalDate last = before.agreement().performancePeriod().until();
    if (effective.isAfter(last.plusDays(1))) {
      add(
          FindingCode.GAP,
          "amendment/effective",
          "nothing is in force from " + last.plusDays(1) + " to " + effective.minusDays(1),
          "let it take effect on " + last.plusDays(1) + " or before");
    }
    LocalDate until = version.agreement().performancePeriod().until();
    if (effective.isAfter(until)) {
      add(
          FindingCode.NOT_LATER,
          "amendment/effective",
          "it takes effect on " + effective + " and performance ends on " + until,
          "write a day within the performance period");
    }
  }

  /** One load serves all versions, so that names keep what they mean. */
  private void records(Agreement old, Agreement young) {
    young
        .records()
        .forEach(
            (id, set) -> {
              RecordSet was = old.records().get(id);
              if (was != null) {
                records(id, was, set);
              }
            });
  }

  private void records(String id, RecordSet was, RecordSet set) {
    String path = "records/" + id;
    if (!was.caseKey().equals(set.caseKey())) {
      add(
          FindingCode.RECORDS_CHANGED,
          path + "/case",
          "a case of " + id + " is named by other fields than in the version before",
          "give the set another id: one row is one case in all versions of a set");
    }
    if (!was.origin().getClass().equals(set.origin().getClass())) {
      add(
          FindingCode.RECORDS_CHANGED,
          path,
          "the cases of " + id + " come to be in another way than in the version before",
          "give the set another id");
    }
    set.fields()
        .forEach(
            (name, field) -> {
              Field before = was.fields().get(name);
              if (before != null && before.type() != field.type()) {
                changed(path + "/fields/" + name, name);
              }
            });
    set.moments()
        .forEach(
            (name, moment) -> {
              MomentTerm before = was.moments().get(name);
              boolean recorded =
                  moment instanceof MomentTerm.Recorded || before instanceof MomentTerm.Recorded;
              if (before != null && recorded && !before.equals(moment)) {
                changed(path + "/moments/" + name, name);
              }
            });
  }

  private void changed(String path, String name) {
    add(
        FindingCode.RECORDS_CHANGED,
        path,
        name + " is of another type than in the version before",
        "give it another name: one load serves all versions");
  }

  private void metrics(Agreement old, Agreement young) {
    Map<String, String> continued = new HashMap<>();
    young
        .metrics()
        .forEach(
            (id, metric) -> {
              String from = metric.was().orElse(id);
              if (metric.was().isPresent() && !old.metrics().containsKey(from)) {
                add(
                    FindingCode.CONTINUES_NOTHING,
                    "metrics/" + id + "/was",
                    "the version before has no metric " + from,
                    known(old.metrics()));
              }
              String other = continued.putIfAbsent(from, id);
              if (other != null) {
                add(
                    FindingCode.CONTINUES_NOTHING,
                    "metrics/" + id,
                    id + " and " + other + " both go on from " + from,
                    "let one of them be new, under a new id and without was");
              }
            });
  }

  private static String known(Map<String, Metric> metrics) {
    return "it has " + String.join(", ", metrics.keySet());
  }
}
