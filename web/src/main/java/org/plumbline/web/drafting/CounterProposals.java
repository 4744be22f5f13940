package org.plumbline.web.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.TermEdit;
import org.plumbline.difference.Change;
import org.plumbline.difference.ChangeGroup;
import org.plumbline.difference.Redline;
import org.plumbline.difference.Terms;
import org.plumbline.difference.VersionChange;
import org.plumbline.finding.Finding;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.Differences;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.negotiation.Positions;
import org.plumbline.web.negotiation.TermRow;
import org.plumbline.web.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * A proposal of the other party answered term by term: each term that it changes is taken, left as
 * it was, or given another value. What results is a draft of one's own within the text of the
 * proposal; what is not answered otherwise keeps its words and its comments.
 */
@Component
final class CounterProposals {

  private static final int MOST = 200;

  /** References have no names: they are answered as one. */
  private static final String REFERENCES = "references";

  private final Agreements agreements;
  private final Authority authority;
  private final Differences differences;
  private final Positions positions;

  CounterProposals(
      Agreements agreements, Authority authority, Differences differences, Positions positions) {
    this.agreements = agreements;
    this.authority = authority;
    this.differences = differences;
    this.positions = positions;
  }

  /** What becomes of a term. */
  enum Answer {
    /** As the proposal has it. */
    TAKE,
    /** As it was before. */
    LEAVE,
    /** With other values. */
    OTHER;

    /** As forms and programs say it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Answer of(String key) {
      for (Answer answer : values()) {
        if (answer.key().equals(key)) {
          return answer;
        }
      }
      throw new Refused("Of each term say take, leave or other.");
    }
  }

  /**
   * A term that the proposal changes.
   *
   * @param kind whether it is new, gone, or reads otherwise
   * @param words its sentences with what is struck and inserted
   * @param changes key by key
   * @param values as the proposal has them, as they were where it has none: what another value is
   *     written over
   * @param isAgreed whether both parties say the same of it by now
   */
  record Term(
      String term,
      String heading,
      Change.Kind kind,
      List<Redline.Run> words,
      List<Change> changes,
      List<TermEdit.Value> values,
      boolean isAgreed) {
    /** Copies the lists. */
    Term {
      words = List.copyOf(words);
      changes = List.copyOf(changes);
      values = List.copyOf(values);
    }
  }

  /**
   * What there is to answer.
   *
   * @param before the text that is compared with: where a term is left, what it says stands
   * @param proposal the other party's
   */
  record Sheet(VersionRow before, VersionRow proposal, List<Term> terms) {
    /** Copies the list. */
    Sheet {
      terms = List.copyOf(terms);
    }
  }

  /**
   * Answers.
   *
   * @param terms what becomes of each term
   * @param values new texts by path, of terms with other values; an empty text takes a value out
   */
  record Answers(Map<String, String> terms, Map<String, String> values) {
    /** Copies the maps. */
    Answers {
      terms = Map.copyOf(terms);
      values = Map.copyOf(values);
    }
  }

  /**
   * What would result.
   *
   * @param findings drafting comments on it, or what is wrong with a value
   * @param words what it changes of the proposal; empty while it has errors
   */
  record Outcome(CheckedText text, List<Finding> findings, Optional<VersionChange> words) {
    /** Copies the list. */
    Outcome {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The terms that a proposal changes.
   *
   * @param since the text to compare it with; empty: the one on which the viewer's party stands,
   *     else the one that the proposal was made from
   * @throws Refused if it is no proposal of the other party, or there is nothing to compare
   */
  Sheet sheet(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since) {
    return read(viewer, agreement, version, since).sheet();
  }

  private record Texts(Sheet sheet, CheckedText before, CheckedText proposal) {}

  private Texts read(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since) {
    VersionRow proposal = agreements.version(viewer, agreement, version);
    if (!proposal.isSent() || proposal.organization().equals(viewer.organization())) {
      throw new Refused(
          "This text is your own; change its terms in forms. A counter-proposal answers what the"
              + " other party sent.");
    }
    Positions.Table table = positions.table(viewer, agreement);
    AgreementRow row = agreements.one(viewer, agreement);
    Optional<VersionRow> own =
        viewer.organization().equals(row.customer())
            ? table.customer()
            : viewer.organization().equals(row.provider()) ? table.provider() : Optional.empty();
    Optional<UUID> with = since.or(() -> own.map(VersionRow::id).filter(id -> !id.equals(version)));
    Differences.Compared compared = differences.of(viewer, agreement, version, with);
    VersionChange words =
        compared
            .words()
            .orElseThrow(
                () ->
                    new Refused(
                        "One of the two texts has errors; only what can be read is answered term"
                            + " by term."));
    Set<String> agreed =
        table.rows().stream()
            .filter(each -> each.state() == TermRow.State.AGREED)
            .map(TermRow::term)
            .collect(Collectors.toSet());
    Sheet sheet = new Sheet(compared.before(), proposal, terms(words, agreed));
    return new Texts(
        sheet, agreements.text(viewer, compared.before()), agreements.text(viewer, proposal));
  }

  private static List<Term> terms(VersionChange words, Set<String> agreed) {
    Map<String, List<ChangeGroup>> groups = new LinkedHashMap<>();
    words
        .groups()
        .forEach(
            group -> groups.computeIfAbsent(name(group), term -> new ArrayList<>()).add(group));
    List<Term> terms = new ArrayList<>();
    groups.forEach(
        (term, of) -> {
          List<TermEdit.Value> values = TermEdit.values(words.after().agreement(), term);
          boolean whole = of.size() == 1 && !term.equals(REFERENCES);
          terms.add(
              new Term(
                  term,
                  Terms.heading(term),
                  whole ? of.get(0).kind() : Change.Kind.CHANGED,
                  Redline.between(said(of, ChangeGroup::before), said(of, ChangeGroup::after))
                      .runs(),
                  of.stream().flatMap(group -> group.changes().stream()).toList(),
                  values.isEmpty() ? TermEdit.values(words.before().agreement(), term) : values,
                  agreed.contains(term)));
        });
    return terms;
  }

  private static String name(ChangeGroup group) {
    return group.thing().isEmpty() || group.section().equals(REFERENCES)
        ? group.section()
        : group.section() + "/" + group.thing();
  }

  private static String said(
      List<ChangeGroup> groups, java.util.function.Function<ChangeGroup, List<String>> side) {
    return groups.stream()
        .flatMap(group -> side.apply(group).stream())
        .collect(Collectors.joining(" "));
  }

  /** What answers would make of a proposal; nothing is kept. */
  Outcome look(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since, Answers answers) {
    authority.require(viewer, agreement, Act.DRAFT);
    Texts texts = read(viewer, agreement, version, since);
    TermEdit.Edited edited = edited(texts, answers);
    CheckedText text = edited.text().map(CheckedText::of).orElse(texts.proposal());
    return new Outcome(
        text,
        edited.text().isPresent() ? text.findings() : edited.findings(),
        edited.text().isPresent() && text.isWhole()
            ? Optional.of(
                VersionChange.between(
                    side("the proposal", texts.proposal()),
                    side("the counter-proposal", text),
                    Optional.empty(),
                    Map.of()))
            : Optional.empty());
  }

  private static VersionChange.Side side(String name, CheckedText text) {
    return new VersionChange.Side(
        name,
        text.hash().orElseThrow(),
        text.canonical().orElseThrow(),
        text.agreement().orElseThrow());
  }

  /**
   * Keeps the counter-proposal as a draft of the viewer's organization, made from the proposal.
   *
   * @throws Refused if a term is not answered, or nothing is answered otherwise than the proposal
   */
  UUID keep(Viewer viewer, UUID agreement, UUID version, Optional<UUID> since, Answers answers) {
    authority.require(viewer, agreement, Act.DRAFT);
    Texts texts = read(viewer, agreement, version, since);
    TermEdit.Edited edited = edited(texts, answers);
    String text = Amending.textOf(edited);
    Optional<String> hash = CheckedText.of(text).hash();
    if (hash.isPresent() && hash.equals(texts.proposal().hash())) {
      throw new Refused(
          "Every term is taken, so that this would be their text as it is: accept it instead.");
    }
    if (hash.isPresent() && hash.equals(texts.before().hash())) {
      throw new Refused(
          "No term is taken and none has another value: that is what text "
              + texts.sheet().before().label()
              + " says already.");
    }
    return agreements.draft(viewer, agreement, text, Optional.of(version));
  }

  private static TermEdit.Edited edited(Texts texts, Answers answers) {
    Map<String, Answer> said = new LinkedHashMap<>();
    List<String> open = new ArrayList<>();
    for (Term term : texts.sheet().terms()) {
      String answer = answers.terms().getOrDefault(term.term(), "");
      if (answer.isEmpty()) {
        open.add(term.heading());
      } else {
        said.put(term.term(), Answer.of(answer));
      }
    }
    answers.terms().keySet().stream()
        .filter(term -> texts.sheet().terms().stream().noneMatch(it -> it.term().equals(term)))
        .findFirst()
        .ifPresent(
            term -> {
              throw new Refused("The proposal does not change " + term + ".");
            });
    if (!open.isEmpty()) {
      throw new Refused(
          "Say of each term whether you take it, leave it or want another value: "
              + String.join(", ", open)
              + (open.size() == 1 ? " is not answered." : " are not answered."));
    }
    Agreement proposal = texts.proposal().agreement().orElseThrow();
    Set<String> back = new LinkedHashSet<>();
    Map<String, String> changes = new LinkedHashMap<>();
    for (Term term : texts.sheet().terms()) {
      Answer answer = said.get(term.term());
      if (answer == Answer.LEAVE
          || answer == Answer.OTHER && TermEdit.values(proposal, term.term()).isEmpty()) {
        back.add(term.term());
      }
      if (answer == Answer.OTHER) {
        changes.putAll(changed(term, answers.values()));
      }
    }
    answers.values().keySet().stream()
        .filter(
            path ->
                said.entrySet().stream()
                    .noneMatch(it -> it.getValue() == Answer.OTHER && isOf(path, it.getKey())))
        .findFirst()
        .ifPresent(
            path -> {
              throw new Refused(path + " is no value of a term that is given another value.");
            });
    if (changes.size() > MOST) {
      throw new Refused("Change at most " + MOST + " values at once.");
    }
    return TermEdit.edit(
        texts.proposal().text(),
        texts.before().agreement().orElseThrow(),
        back,
        changes,
        Folder.NONE);
  }

  private static boolean isOf(String path, String term) {
    return path.equals(term) || path.startsWith(term + "/");
  }

  private static Map<String, String> changed(Term term, Map<String, String> values) {
    Map<String, String> now =
        term.values().stream()
            .collect(Collectors.toMap(TermEdit.Value::path, value -> value.text().strip()));
    Map<String, String> changed = new LinkedHashMap<>();
    values.forEach(
        (path, value) -> {
          if (isOf(path, term.term())) {
            Defining.requirePath(path);
            String text = value.replace("\r\n", "\n").strip();
            if (!text.equals(now.getOrDefault(path, ""))) {
              changed.put(path, text);
            }
          }
        });
    if (changed.isEmpty()) {
      throw new Refused(
          term.heading() + " is to have another value, and none of its values was changed.");
    }
    return changed;
  }
}
