package org.plumbline.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;

/** Lays changes out as a document: what people say first, then change by change, then the cost. */
public final class DifferenceReport {

  /** What stands below the last section. */
  public static final String FOOTER =
      "Words struck and inserted are compared word by word; what is only written differently is no"
          + " change. The version is what its hash names.";

  private DifferenceReport() {}

  /** The document of one step or more, each version to the next. */
  public static Document of(List<VersionChange> steps) {
    Agreement last = steps.get(steps.size() - 1).after().agreement();
    List<Document.Section> sections = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      sections(steps.get(i), steps.size() == 1 ? "" : "-" + letters(i), sections);
    }
    return new Document(
        last.title(),
        steps.size() == 1
            ? "What changed from "
                + name(steps.get(0).before())
                + " to "
                + name(steps.get(0).after())
            : "What changed, version by version",
        last.marking(),
        facts(steps),
        sections);
  }

  /** {@code a}, {@code b}, … {@code aa}: an id has letters only. */
  private static String letters(int number) {
    return (number >= 26 ? letters(number / 26 - 1) : "") + (char) ('a' + number % 26);
  }

  private static String name(VersionChange.Side side) {
    return side.agreement()
        .amendment()
        .map(amendment -> "amendment " + amendment.number())
        .orElse("the original text");
  }

  private static List<Document.Fact> facts(List<VersionChange> steps) {
    List<Document.Fact> facts = new ArrayList<>();
    facts.add(new Document.Fact("Agreement", steps.get(0).after().agreement().id()));
    facts.add(new Document.Fact("Before", steps.get(0).before().hash()));
    for (VersionChange step : steps) {
      facts.add(
          new Document.Fact(steps.size() == 1 ? "After" : name(step.after()), step.after().hash()));
    }
    return facts;
  }

  private static void sections(VersionChange step, String suffix, List<Document.Section> sections) {
    String of = suffix.isEmpty() ? "" : ", " + name(step.after());
    Optional<Amendment> amendment = step.after().agreement().amendment();
    String lead =
        step.isChanged()
            ? amendment
                .map(
                    made ->
                        "In force from "
                            + made.effective()
                            + made.changeRequest().map(request -> ", " + request).orElse("")
                            + ". Reason: "
                            + made.reason())
                .orElse("")
            : "Nothing changed: the two are the same agreement, with the same hash.";
    sections.add(
        new Document.Section(
            "changes" + suffix,
            "What it means for the metrics" + of,
            lead,
            List.of(
                listing(
                    step.sentences().isEmpty()
                        ? List.of("No metric is promised or measured otherwise.")
                        : step.sentences()))));
    List<Block> blocks = new ArrayList<>();
    step.groups().forEach(group -> group(group, blocks));
    sections.add(new Document.Section("redline" + suffix, "Change by change" + of, "", blocks));
    List<String> cost = step.costSentences();
    if (!cost.isEmpty()) {
      sections.add(
          new Document.Section(
              "cost" + suffix,
              "Cost of the remaining period" + of,
              "An input to the life cycle cost estimate.",
              List.of(listing(cost))));
    }
    if (!step.blocks().isEmpty()) {
      sections.add(
          new Document.Section(
              "interagency" + suffix,
              "Interagency Agreement" + of,
              "Blocks of FS Forms 7600A and 7600B that have to be amended with it.",
              List.of(listing(step.blockSentences()))));
    }
  }

  private static Block listing(List<String> sentences) {
    return new Block.Listing(
        sentences.stream()
            .map(text -> new Block.Listing.Item("", text, Tone.PLAIN, List.of()))
            .toList(),
        false);
  }

  private static void group(ChangeGroup group, List<Block> blocks) {
    String heading =
        group.heading()
            + switch (group.kind()) {
              case ADDED -> " (new)";
              case REMOVED -> " (gone)";
              case CHANGED -> "";
            };
    blocks.add(new Block.Redline(heading, List.of()));
    if (!group.isProse()) {
      Redline sentences =
          Redline.between(String.join(" ", group.before()), String.join(" ", group.after()));
      if (!sentences.runs().isEmpty()) {
        blocks.add(new Block.Redline("", words(sentences)));
      }
    }
    for (Change change : group.isProse() ? group.changes() : List.<Change>of()) {
      change
          .redline()
          .ifPresent(
              redline -> blocks.add(new Block.Redline(label(change, group), words(redline))));
    }
  }

  /** What of the thing changed; nothing where the thing itself did. */
  private static String label(Change change, ChangeGroup group) {
    String below = change.below(group.thing());
    return below.isEmpty() ? "" : below + ":";
  }

  private static List<Block.Redline.Words> words(Redline redline) {
    return redline.runs().stream()
        .map(run -> new Block.Redline.Words(change(run.kind()), run.text()))
        .toList();
  }

  private static Block.Redline.Change change(Redline.Kind kind) {
    return switch (kind) {
      case SAME -> Block.Redline.Change.SAME;
      case STRUCK -> Block.Redline.Change.STRUCK;
      case INSERTED -> Block.Redline.Change.INSERTED;
    };
  }
}
