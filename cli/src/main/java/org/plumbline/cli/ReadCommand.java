package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.agreement.Agreement;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline read}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "The agreement in plain English, a sentence a metric, defaults said aloud.")
final class ReadCommand implements Callable<Integer> {
  /** How to answer. */
  enum Format {
    /** Headings and sentences. */
    TEXT,
    /** The same as data. */
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The agreement, or a folder with agreement.yaml.")
  private String file = "";

  @Option(names = "--format", paramLabel = "text|json", description = "How to answer (text).")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    Agreement agreement = AgreementFile.open(file).agreement();
    Reading reading = Wording.of(agreement).read();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(reading, Terminal.ofProcess()).forEach(out::println);
      case JSON -> out.println(Json.text(json(agreement, reading)));
    }
    return ExitCode.DONE;
  }

  private static List<String> text(Reading reading, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    lines.add(bold(reading.title(), terminal));
    for (Reading.Section section : reading.sections()) {
      lines.add("");
      lines.add("");
      lines.add(bold(section.heading(), terminal));
      lines.add("─".repeat(terminal.width()));
      boolean first = true;
      for (Reading.Item item : section.items()) {
        if (!first && !item.details().isEmpty()) {
          lines.add("");
        }
        first = false;
        lines.addAll(item(item, terminal));
      }
    }
    return lines;
  }

  private static List<String> item(Reading.Item item, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    if (item.name().isEmpty()) {
      lines.addAll(Lines.wrapped(item.sentence(), "", "  ", terminal.width()));
    } else {
      lines.add(bold(item.name(), terminal));
      lines.addAll(Lines.wrapped(item.sentence(), "  ", "  ", terminal.width()));
    }
    for (String detail : item.details()) {
      lines.addAll(Lines.wrapped(detail, "  - ", "    ", terminal.width()));
    }
    return lines;
  }

  private static String bold(String text, Terminal terminal) {
    String clean = text.replaceAll("\\p{Cc}", " ");
    return terminal.colored() ? "\u001b[1m" + clean + "\u001b[0m" : clean;
  }

  private static Map<String, Object> json(Agreement agreement, Reading reading) {
    List<Object> sections = new ArrayList<>();
    for (Reading.Section section : reading.sections()) {
      List<Object> items = new ArrayList<>();
      for (Reading.Item item : section.items()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", item.name());
        entry.put("sentence", item.sentence());
        entry.put("details", item.details());
        items.add(entry);
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("heading", section.heading());
      entry.put("items", items);
      sections.add(entry);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agreement", agreement.id());
    json.put("title", reading.title());
    json.put("sections", sections);
    return json;
  }
}
