package org.plumbline.web.conops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.agreement.yaml.ReadCompanion;
import org.plumbline.finding.Finding;

/**
 * A concept of operations as pages show it: who performs and answers for each step, with the holes
 * in place.
 *
 * @param concept present only if no finding is an error
 */
public record ConceptView(Optional<Conops> concept, List<Finding> findings) {

  /** What the text is called in places. */
  static final String FILE = "conops.yaml";

  private static final List<Wanted> AREAS =
      List.of(
          new Wanted("Support of systems", "support|application|system"),
          new Wanted("Incidents", "incident|service desk|help desk"),
          new Wanted("Changes and releases", "change|release"),
          new Wanted("Oversight of the SLA", "sla|service level|oversight|performance"),
          new Wanted("Governance", "govern"));

  private record Wanted(String name, String words) {}

  /** Copies the list. */
  public ConceptView {
    findings = List.copyOf(findings);
  }

  /** Reads a text. */
  static ConceptView of(String text) {
    ReadCompanion<Conops> read = CompanionYaml.conops(FILE, text.getBytes(UTF_8));
    return new ConceptView(read.document(), read.findings());
  }

  /**
   * A step with those who have to do with it.
   *
   * @param holes what nobody said yet
   */
  public record StepRow(
      String process,
      String name,
      String asIs,
      String toBe,
      String accountable,
      String responsible,
      String consulted,
      String informed,
      String before,
      List<String> holes) {}

  /** One of the five areas of operation, and who answers for it. */
  public record AreaRow(String wanted, String name, String accountable, boolean hole) {}

  /** All steps of all processes; a process without steps is one hole. */
  public List<StepRow> steps() {
    List<StepRow> rows = new ArrayList<>();
    concept.ifPresent(
        conops ->
            conops
                .processes()
                .values()
                .forEach(
                    process -> {
                      if (process.steps().isEmpty()) {
                        rows.add(
                            new StepRow(
                                process.name(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of("its steps")));
                      }
                      process.steps().forEach(step -> rows.add(row(conops, process, step)));
                    }));
    return rows;
  }

  private static StepRow row(Conops conops, Conops.Process process, Conops.Step step) {
    Optional<Conops.Area> area =
        process.area().flatMap(id -> Optional.ofNullable(conops.areas().get(id)));
    Optional<String> accountable =
        step.accountable().or(() -> area.flatMap(Conops.Area::accountable));
    List<String> responsible =
        !step.responsible().isEmpty()
            ? step.responsible()
            : area.map(Conops.Area::responsible).orElse(List.of());
    List<String> holes = new ArrayList<>();
    if (step.asIs().isEmpty()) {
      holes.add("who performs it today");
    }
    if (step.toBe().isEmpty()) {
      holes.add("who will perform it");
    }
    if (accountable.isEmpty()) {
      holes.add("who answers for it");
    }
    return new StepRow(
        process.name(),
        step.name(),
        parties(conops, step.asIs()),
        parties(conops, step.toBe()),
        accountable.orElse(""),
        String.join(", ", responsible),
        String.join(", ", step.consulted()),
        String.join(", ", step.informed()),
        step.before().map(Object::toString).orElse(""),
        holes);
  }

  private static String parties(Conops conops, List<String> ids) {
    Map<String, Party> known = conops.parties();
    return String.join(
        ", ",
        ids.stream()
            .map(id -> Optional.ofNullable(known.get(id)).map(Party::name).orElse(id))
            .toList());
  }

  /** The five areas of operation that key task 3.14 asks for. */
  public List<AreaRow> areas() {
    return AREAS.stream()
        .map(
            wanted -> {
              Optional<Conops.Area> found = area(wanted);
              String answers = found.flatMap(Conops.Area::accountable).orElse("");
              return new AreaRow(
                  wanted.name(),
                  found.map(Conops.Area::name).orElse(""),
                  answers,
                  answers.isEmpty());
            })
        .toList();
  }

  private Optional<Conops.Area> area(Wanted wanted) {
    Pattern words = Pattern.compile("\\b(" + wanted.words() + ")", Pattern.CASE_INSENSITIVE);
    return concept.stream()
        .flatMap(conops -> conops.areas().values().stream())
        .filter(area -> words.matcher(area.name()).find())
        .findFirst();
  }

  /** How many steps and areas have a hole. */
  public long holes() {
    return steps().stream().filter(row -> !row.holes().isEmpty()).count()
        + areas().stream().filter(AreaRow::hole).count();
  }
}
