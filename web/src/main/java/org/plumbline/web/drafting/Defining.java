package org.plumbline.web.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.TermEdit;
import org.plumbline.difference.Terms;
import org.plumbline.finding.Finding;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;
import org.springframework.stereotype.Component;

/** Terms changed in forms: a new draft each time, in which nothing else is written anew. */
@Component
final class Defining {

  private static final int MOST = 200;

  private final Agreements agreements;
  private final Authority authority;
  private final TriedOnRecords records;

  Defining(Agreements agreements, Authority authority, TriedOnRecords records) {
    this.agreements = agreements;
    this.authority = authority;
    this.records = records;
  }

  /** A term to choose. */
  record Choice(String term, String heading) {}

  /**
   * A term as it stands, or as it would stand.
   *
   * @param says its plain sentence with what it leaves unsaid; empty while there is none
   * @param findings what is wrong with what was put in; else drafting comments on the term
   * @param tried what the records of the past say
   */
  record Shown(
      String term,
      Optional<Reading.Item> says,
      List<TermEdit.Value> values,
      List<Finding> findings,
      Optional<TriedOnRecords.Tried> tried) {
    /** Copies the lists. */
    Shown {
      values = List.copyOf(values);
      findings = List.copyOf(findings);
    }
  }

  /** The terms of a text; none while it has errors that keep it from being read. */
  List<Choice> terms(CheckedText text) {
    return text.canonical().map(Terms::of).stream()
        .flatMap(terms -> terms.names().stream())
        .map(term -> new Choice(term, Terms.heading(term)))
        .toList();
  }

  /** A term as it stands in a text. */
  Shown shown(CheckedText text, String term) {
    Agreement agreement =
        text.agreement()
            .orElseThrow(
                () ->
                    new Refused(
                        "Mend the errors in the text first; a form can only change what can be"
                            + " read."));
    return new Shown(
        term,
        says(agreement, term),
        TermEdit.values(agreement, term),
        of(text.findings(), term),
        Optional.empty());
  }

  private static Optional<Reading.Item> says(Agreement agreement, String term) {
    int slash = term.indexOf('/');
    return Wording.of(agreement)
        .part(
            slash < 0 ? term : term.substring(0, slash),
            slash < 0 ? "" : term.substring(slash + 1));
  }

  private static List<Finding> of(List<Finding> findings, String term) {
    return findings.stream()
        .filter(
            finding ->
                finding.place().path().equals(term)
                    || finding.place().path().startsWith(term + "/"))
        .toList();
  }

  /**
   * What a term would be with other values; nothing is kept.
   *
   * @param changes new texts by path; empty texts take values out
   * @param tries whether a metric is tried on the records
   */
  Shown check(
      Viewer viewer,
      UUID agreement,
      UUID version,
      String term,
      Map<String, String> changes,
      boolean tries) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    TermEdit.Edited edited = edited(viewer, row, changes);
    if (edited.text().isEmpty()) {
      Shown before = shown(agreements.text(viewer, row), term);
      return new Shown(
          term,
          Optional.empty(),
          with(before.values(), changes),
          edited.findings(),
          Optional.empty());
    }
    CheckedText text = CheckedText.of(edited.text().get());
    if (text.agreement().isEmpty()) {
      Shown before = shown(agreements.text(viewer, row), term);
      return new Shown(
          term,
          Optional.empty(),
          with(before.values(), changes),
          text.findings().stream().limit(20).toList(),
          Optional.empty());
    }
    Shown after = shown(text, term);
    String metric = term.startsWith("metrics/") ? term.substring("metrics/".length()) : "";
    Agreement draft = text.agreement().get();
    return tries && draft.metrics().containsKey(metric) && records.hasRecords(viewer, agreement)
        ? new Shown(
            term,
            after.says(),
            after.values(),
            after.findings(),
            Optional.of(records.of(viewer, agreement, row, text, metric)))
        : after;
  }

  private static List<TermEdit.Value> with(
      List<TermEdit.Value> values, Map<String, String> changes) {
    return values.stream()
        .map(
            value ->
                new TermEdit.Value(
                    value.path(), value.key(), changes.getOrDefault(value.path(), value.text())))
        .toList();
  }

  /** Keeps the changed text as a draft of the viewer's organization. */
  UUID keep(Viewer viewer, UUID agreement, UUID version, Map<String, String> changes) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.DRAFT);
    TermEdit.Edited edited = edited(viewer, row, changes);
    String text = Amending.textOf(edited);
    return agreements.draft(viewer, agreement, text, Optional.of(version));
  }

  private TermEdit.Edited edited(Viewer viewer, VersionRow row, Map<String, String> changes) {
    CheckedText text = agreements.text(viewer, row);
    Agreement agreement =
        text.agreement().orElseThrow(() -> new Refused("Mend the errors in the text first."));
    Map<String, String> other = new LinkedHashMap<>();
    changes.forEach(
        (path, value) -> {
          requirePath(path);
          String normal = value.replace("\r\n", "\n").strip();
          if (!normal.equals(now(agreement, path))) {
            other.put(path, normal);
          }
        });
    if (other.isEmpty()) {
      throw new Refused("Nothing was changed.");
    }
    if (other.size() > MOST) {
      throw new Refused("Change at most " + MOST + " values at once.");
    }
    return TermEdit.edit(text.text(), other, Folder.NONE);
  }

  /**
   * Holds a path to what paths look like.
   *
   * @throws Refused if it is none
   */
  static void requirePath(String path) {
    if (!path.matches("[a-z0-9-]+(/[A-Za-z0-9_.-]+){0,12}") || path.length() > 300) {
      throw new Refused(path + " is no path of a value.");
    }
  }

  /** The text of a value as a form shows it now. */
  private static String now(Agreement agreement, String path) {
    String[] steps = path.split("/", -1);
    for (int length = Math.min(2, steps.length); length > 0; length--) {
      String term = String.join("/", List.of(steps).subList(0, length));
      for (TermEdit.Value value : TermEdit.values(agreement, term)) {
        if (value.path().equals(path)) {
          return value.text().strip();
        }
      }
    }
    return "";
  }
}
