package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.cli.diff.Change;
import org.plumbline.cli.diff.ChangeGroup;
import org.plumbline.cli.diff.Difference;
import org.plumbline.cli.diff.InteragencyBlocks;
import org.plumbline.cli.diff.MetricChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "What changed from one version of an agreement to another, in words.",
      "What is only written differently is no change: comments, order of keys, 98%% for 98.0%%."
    })
final class DiffCommand implements Callable<Integer> {
  /** How to answer. */
  enum Format {
    /** Sentences. */
    TEXT,
    /** The same as data. */
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The version before.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The version after.")
  private String young = "";

  @Option(names = "--format", paramLabel = "text|json", description = "How to answer (text).")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    AgreementFile before = AgreementFile.open(old);
    AgreementFile after = AgreementFile.open(young);
    List<Change> changes = Difference.between(before.canonical(), after.canonical());
    Agreement first = before.agreement();
    Agreement second = after.agreement();
    List<ChangeGroup> groups = ChangeGroup.of(changes, first, second);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        int width = Terminal.ofProcess().width();
        List<String> sentences = MetricChanges.between(first, second);
        text(groups, changes.size(), width, sentences).forEach(out::println);
        blocks(changes, first, second, width).forEach(out::println);
      }
      case JSON -> {
        Map<String, Object> json = json(before, after, groups);
        json.put("sentences", MetricChanges.between(first, second));
        json.put("interagencyBlocks", InteragencyBlocks.touched(changes, first, second));
        out.println(Json.text(json));
      }
    }
    return ExitCode.DONE;
  }

  private static List<String> text(
      List<ChangeGroup> groups, int count, int width, List<String> sentences) {
    List<String> lines = new ArrayList<>();
    if (groups.isEmpty()) {
      lines.add("Nothing changed: the two are the same agreement, with the same hash.");
      return lines;
    }
    lines.add(count == 1 ? "1 change" : count + " changes");
    if (!sentences.isEmpty()) {
      lines.add("");
      sentences.forEach(sentence -> lines.addAll(Lines.wrapped(sentence, "", "", width)));
    }
    for (ChangeGroup group : groups) {
      lines.add("");
      lines.add(heading(group));
      lines.addAll(said("  was: ", group.before(), width));
      lines.addAll(said("  now: ", group.after(), width));
      if (!group.isWhole() || group.before().isEmpty() && group.after().isEmpty()) {
        group.changes().forEach(change -> lines.addAll(change(group, change, width)));
      }
    }
    return lines;
  }

  /** Which blocks of an Interagency Agreement have to be amended with it. */
  private static List<String> blocks(
      List<Change> changes, Agreement before, Agreement after, int width) {
    List<String> lines = new ArrayList<>();
    InteragencyBlocks.touched(changes, before, after)
        .forEach(
            (form, numbers) ->
                lines.addAll(
                    Lines.wrapped(
                        "Interagency Agreement, FS Form "
                            + form
                            + ": it touches blocks "
                            + String.join(", ", numbers.stream().map(String::valueOf).toList())
                            + ".",
                        "",
                        "  ",
                        width)));
    if (!lines.isEmpty()) {
      lines.add(0, "");
    }
    return lines;
  }

  private static List<String> said(String label, List<String> sentences, int width) {
    List<String> lines = new ArrayList<>();
    String blank = " ".repeat(label.length());
    for (String sentence : sentences) {
      lines.addAll(Lines.wrapped(sentence, lines.isEmpty() ? label : blank, blank, width));
    }
    return lines;
  }

  private static String heading(ChangeGroup group) {
    return group.heading()
        + switch (group.kind()) {
          case ADDED -> " (new)";
          case REMOVED -> " (gone)";
          case CHANGED -> "";
        };
  }

  /** One key, in the words of the language: what stands where. */
  private static List<String> change(ChangeGroup group, Change change, int width) {
    String key = change.below(group.thing());
    String label = key.isEmpty() ? "" : key + ": ";
    String text =
        switch (change.kind()) {
          case ADDED -> label + "added " + change.after();
          case REMOVED -> label + "removed " + change.before();
          case CHANGED -> label + change.before() + " → " + change.after();
        };
    return Lines.wrapped(text, "  - ", "    ", width);
  }

  private static Map<String, Object> json(
      AgreementFile before, AgreementFile after, List<ChangeGroup> groups) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", before.hash());
    json.put("after", after.hash());
    List<Object> entries = new ArrayList<>();
    for (ChangeGroup group : groups) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("section", group.section());
      entry.put("id", group.thing());
      entry.put("kind", group.kind().name().toLowerCase(Locale.ROOT));
      entry.put("heading", group.heading());
      entry.put("sentencesBefore", group.before());
      entry.put("sentencesAfter", group.after());
      entry.put("changes", group.changes().stream().map(DiffCommand::json).toList());
      entries.add(entry);
    }
    json.put("groups", entries);
    return json;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", String.join("/", change.path()));
    json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    json.put("before", change.before());
    json.put("after", change.after());
    return json;
  }
}
