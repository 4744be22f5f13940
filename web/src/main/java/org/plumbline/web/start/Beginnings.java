package org.plumbline.web.start;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.profile.Answers;
import org.plumbline.profile.Interview;
import org.plumbline.profile.Looked;
import org.plumbline.profile.Proposal;
import org.plumbline.profile.Question;
import org.plumbline.profile.RefusedAnswer;
import org.plumbline.profile.Source;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.records.RecordFiles;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.Measured;
import org.springframework.stereotype.Component;

/**
 * From a spreadsheet to a figure: the file is looked at, what only a person knows is asked with an
 * answer proposed from the file, and a draft, its records and a first result are made.
 */
@Component
public final class Beginnings {

  private static final UUID ANY = new UUID(0, 0);
  private static final String ZONE = "America/New_York";

  private final Authority authority;
  private final Agreements agreements;
  private final RecordFiles files;
  private final Loads loads;
  private final Measured measured;
  private final Clock clock;

  Beginnings(
      Authority authority,
      Agreements agreements,
      RecordFiles files,
      Loads loads,
      Measured measured,
      Clock clock) {
    this.authority = authority;
    this.agreements = agreements;
    this.files = files;
    this.loads = loads;
    this.measured = measured;
    this.clock = clock;
  }

  /**
   * A file that was looked at.
   *
   * @param sha256 by which it is kept
   */
  record Kept(String sha256, String name) {}

  /** What a column is read as, and why. */
  record Column(String name, String reads, String reason) {}

  /**
   * What was seen in a file, and what is asked about it.
   *
   * @param rows what a row is, in a sentence
   * @param noticed in sentences
   */
  record Seen(
      Kept file,
      String rows,
      List<Column> columns,
      List<String> noticed,
      List<Question> questions) {
    Seen {
      columns = List.copyOf(columns);
      noticed = List.copyOf(noticed);
      questions = List.copyOf(questions);
    }
  }

  /** An answer that cannot be used. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;
    private final String option;

    NoAnswer(RefusedAnswer cause) {
      super(cause.getMessage(), cause);
      this.option = cause.option();
    }

    String option() {
      return option;
    }
  }

  /**
   * Made from a spreadsheet.
   *
   * @param result the first one; empty if nothing could be measured
   * @param rests what was taken without asking, a sentence each
   */
  public record Begun(UUID agreement, Optional<UUID> result, List<String> rests) {
    /** Copies the list. */
    public Begun {
      rests = List.copyOf(rests);
    }
  }

  /** Keeps a file for as long as it takes to ask about it. */
  Kept keep(Viewer viewer, String given, InputStream content) {
    authority.require(viewer, ANY, Act.DRAFT);
    authority.require(viewer, ANY, Act.LOAD);
    String name =
        given
            .substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
            .replaceAll("[^\\p{L}\\p{N}._ ()+-]", "-")
            .replaceFirst("^[^\\p{L}\\p{N}]+", "");
    if (name.isEmpty()) {
      throw new Refused("Choose a file.");
    }
    RecordFiles.Kept kept = files.keep(content);
    if (kept.bytes() == 0) {
      throw new Refused("The file is empty.");
    }
    return new Kept(
        kept.sha256(), name.length() > 100 ? name.substring(name.length() - 100) : name);
  }

  private <T> T over(Kept file, Function<Looked, T> work) {
    return files.laidOut(
        Map.of(file.name(), file.sha256()),
        (folder, scratch) ->
            work.apply(Spreadsheet.look(folder.resolve(file.name()), file.name())));
  }

  /** Looks at a file, and asks. */
  Seen seen(Kept file, Map<String, String> given) throws NoAnswer {
    Looked looked = over(file, Function.identity());
    Asked asked = asked(looked, new Answers(given));
    if (asked.fault().isPresent()) {
      throw new NoAnswer(asked.fault().get());
    }
    return new Seen(
        file,
        looked.profile().reads(),
        looked.profile().columns().stream()
            .map(column -> new Column(column.name(), column.readAs(), column.reason()))
            .toList(),
        looked.profile().remarks(),
        asked.questions());
  }

  private record Asked(Answers answers, List<Question> questions, Optional<RefusedAnswer> fault) {}

  /** All questions in their order; what was not answered is taken as proposed. */
  private static Asked asked(Looked looked, Answers given) {
    Interview interview = Interview.about(looked.profile()).orElseThrow();
    List<Question> questions = new ArrayList<>();
    Answers answers = new Answers(always(given));
    try {
      Optional<Question> next = interview.next(answers);
      while (next.isPresent()) {
        Question question = next.get();
        questions.add(question);
        String answer = given.of(question.option()).filter(it -> !it.isBlank()).orElse("");
        answers =
            answers.with(
                question.option(), answer.isEmpty() ? question.proposed() : answer.strip());
        next = interview.next(answers);
      }
      return new Asked(answers, questions, Optional.empty());
    } catch (RefusedAnswer fault) {
      return new Asked(answers, questions, Optional.of(fault));
    }
  }

  private static Map<String, String> always(Answers given) {
    Map<String, String> always = new LinkedHashMap<>();
    List.of("zone", "customer", "provider", "performing", "name")
        .forEach(
            option ->
                given
                    .of(option)
                    .filter(it -> !it.isBlank())
                    .ifPresent(it -> always.put(option, it.strip())));
    always.putIfAbsent("zone", ZONE);
    return always;
  }

  /**
   * Makes a draft, brings in the file, and measures what it tells of.
   *
   * @param given answers by option; what is not answered is taken as proposed
   * @throws NoAnswer if one of the answers cannot be used
   * @throws Refused if the file cannot be used
   */
  Begun begin(Viewer viewer, boolean asCustomer, UUID across, Kept file, Map<String, String> given)
      throws NoAnswer {
    authority.require(viewer, ANY, Act.DRAFT);
    authority.require(viewer, ANY, Act.LOAD);
    String other =
        agreements.across(viewer).stream()
            .filter(each -> each.id().equals(across))
            .map(Agreements.Across::name)
            .findFirst()
            .orElseThrow(() -> new Refused("Choose the other party from the list."));
    Map<String, String> named = new LinkedHashMap<>(given);
    named.put("customer", asCustomer ? viewer.organizationName() : other);
    named.put("provider", asCustomer ? other : viewer.organizationName());
    Proposed proposed = over(file, looked -> propose(looked, new Answers(named), file));
    if (proposed.fault().isPresent()) {
      throw new NoAnswer(proposed.fault().get());
    }
    Proposal proposal = proposed.proposal().orElseThrow();
    UUID agreement = agreements.open(viewer, asCustomer, across, proposal.agreement());
    take(viewer, agreement, Loads.BINDING, proposal.binding().getBytes(StandardCharsets.UTF_8));
    take(viewer, agreement, file.name(), files.content(file.sha256()));
    List<String> rests = new ArrayList<>(proposal.taken());
    Optional<UUID> result = Optional.empty();
    try {
      result =
          Optional.of(measured.measure(viewer, agreement, proposal.period(), proposal.asOf(), ""));
    } catch (Refused cannot) {
      rests.add(0, String.valueOf(cannot.getMessage()));
    }
    return new Begun(agreement, result, rests);
  }

  private void take(Viewer viewer, UUID agreement, String name, byte[] content) {
    loads.take(viewer, agreement, name, new ByteArrayInputStream(content));
  }

  private record Proposed(Optional<Proposal> proposal, Optional<RefusedAnswer> fault) {}

  private Proposed propose(Looked looked, Answers given, Kept file) {
    Asked asked = asked(looked, given);
    if (asked.fault().isPresent()) {
      return new Proposed(Optional.empty(), asked.fault());
    }
    var layout = looked.found().layout();
    try {
      return new Proposed(
          Optional.of(
              Interview.about(looked.profile())
                  .orElseThrow()
                  .propose(
                      asked.answers(),
                      new Source(
                          file.name(),
                          layout.separator(),
                          layout.encoding(),
                          clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))),
          Optional.empty());
    } catch (RefusedAnswer fault) {
      return new Proposed(Optional.empty(), Optional.of(fault));
    }
  }
}
