package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.wording.Wording;

/** What an agreement or a concept of operations answers to the questions of Word forms. */
public final class FormAnswers {

  private FormAnswers() {}

  /** The entries of a change request form, by their labels in lower case. */
  public static Function<String, Optional<String>> changeRequest(Agreement agreement, String hash) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("program( name)?", agreement.title());
    answers.put("agreement.*", agreement.id() + ", " + hash);
    agreement.amendment().ifPresent(amendment -> amended(answers, agreement, amendment, hash));
    return label ->
        answers.entrySet().stream()
            .filter(answer -> label.matches(answer.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static void amended(
      Map<String, String> answers, Agreement agreement, Amendment amendment, String hash) {
    answers.put("(cr|change request) ?(#|number|no\\.?|id)", amendment.changeRequest().orElse(""));
    answers.put("type of change|type", "Change to existing requirement");
    answers.put(
        "description( of change)?",
        "Amendment "
            + amendment.number()
            + " of "
            + agreement.id()
            + ", in force from "
            + amendment.effective()
            + "; version "
            + hash
            + ".");
    answers.put(
        "reason( for change)?",
        amendment.reason().strip().replaceFirst("\\.?$", ".")
            + " Driver: "
            + Wording.turn(amendment.driver())
            + ".");
    answers.put("(date )?required by|needed by", amendment.effective().toString());
  }

  /** The sections of a concept of operations, by the headings of the template in lower case. */
  public static Function<String, Optional<List<String>>> conops(Conops conops) {
    return heading -> {
      String name = ConopsDocument.nameOf(heading);
      List<String> said = new ArrayList<>();
      for (Clause clause : conops.clauses()) {
        if (clause.id().equals(name)) {
          clause.text().strip().lines().forEach(said::add);
        }
      }
      if (name.equals("processes")) {
        conops.processes().forEach((id, process) -> said.addAll(process(process)));
      }
      Optional.ofNullable(conops.layers().get(ConopsDocument.layerOf(heading)))
          .ifPresent(layer -> said.addAll(layer(layer)));
      return said.isEmpty() ? Optional.empty() : Optional.of(said);
    };
  }

  private static List<String> process(Conops.Process process) {
    List<String> lines = new ArrayList<>();
    lines.add(process.name() + process.value().map(value -> ": " + value).orElse(""));
    for (Conops.Step step : process.steps()) {
      lines.add(
          "– "
              + step.name()
              + ": today "
              + parties(step.asIs())
              + ", in the target state "
              + parties(step.toBe())
              + step.before().map(before -> ", within " + before).orElse(""));
    }
    return lines;
  }

  private static List<String> layer(Conops.Layer layer) {
    List<String> lines = new ArrayList<>();
    lines.add("Today: " + parties(layer.asIs()) + ". Target state: " + parties(layer.toBe()) + ".");
    layer.needs().forEach(need -> lines.add("Must have: " + need));
    return lines;
  }

  private static String parties(List<String> parties) {
    return parties.isEmpty() ? "not said" : String.join(" and ", parties);
  }
}
