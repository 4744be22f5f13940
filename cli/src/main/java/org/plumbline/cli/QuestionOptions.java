package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.yaml.ReadCalendars;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.cli.batch.Batch;
import org.plumbline.cli.question.Asked;
import org.plumbline.cli.question.AskedText;
import org.plumbline.cli.question.Calendars;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that {@code between} and {@code due} share. */
final class QuestionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--calendar",
      paramLabel = "FILE[#ID]",
      description =
          "A calendar of a file or of an agreement; or built in: us-federal, always, country:DE."
              + " Without it: us-federal. In a batch a row may name its own in the column calendar.")
  private Optional<String> calendar = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where a built-in calendar is read (America/New_York).")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--hours",
      paramLabel = "FROM-UNTIL",
      description = "The hours of a built-in calendar, Monday to Friday (08:00-17:00).")
  private Optional<String> hours = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      description = "How to answer (text; a batch answers in the format of its input).")
  private Batch.@Nullable Format format;

  @Option(names = "--explain", description = "Show all windows and days that were counted.")
  private boolean explain;

  @Option(
      names = "--batch",
      arity = "0..1",
      fallbackValue = "-",
      paramLabel = "ROWS",
      description =
          "Ask of each row of a CSV file (its first line names the columns) or of JSON lines;"
              + " without a name or with -, of what comes in.")
  private Optional<String> batch = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answers of a batch go, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  boolean explain() {
    return explain;
  }

  Optional<String> batch() {
    return batch;
  }

  Optional<Path> output() {
    return output;
  }

  Optional<Batch.Format> format() {
    return Optional.ofNullable(format);
  }

  /** The calendar of a single question. */
  WorkCalendar calendar() throws IOException {
    Named named = named(calendar.orElse(Calendars.US_FEDERAL));
    Calendars calendars = calendars();
    if (!named.id().isEmpty()) {
      return calendars.named(named.id());
    }
    return calendars
        .usual()
        .orElseThrow(
            () ->
                new InputRefused(
                    named.file()
                        + " has several calendars; name one: "
                        + String.join(
                            ", ",
                            calendars.ids().stream().map(id -> named.file() + "#" + id).toList())));
  }

  /** The calendars that rows of a batch may name. */
  Calendars calendars() throws IOException {
    Named named = named(calendar.orElse(Calendars.US_FEDERAL));
    return named.file().isEmpty() ? Calendars.builtIn(zone(), hours()) : file(named.file());
  }

  /** The id of the calendar of rows that name none; empty if each must. */
  String usual(Calendars calendars) {
    if (calendar.isEmpty()) {
      return "";
    }
    Named named = named(calendar.get());
    return named.id().isEmpty()
        ? calendars.usual().map(WorkCalendar::id).orElse("")
        : calendars.named(named.id()).id();
  }

  /** Reads a moment of the command line. */
  Asked moment(String text, ZoneId zone) {
    try {
      return AskedText.parse(text, zone);
    } catch (RefusedInputException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private record Named(String file, String id) {}

  private static Named named(String text) {
    if (Calendars.isBuiltIn(text)) {
      return new Named("", text);
    }
    int hash = text.lastIndexOf('#');
    return hash < 0
        ? new Named(text, "")
        : new Named(text.substring(0, hash), text.substring(hash + 1));
  }

  private Calendars file(String file) throws IOException {
    Path path = Shown.named(file);
    if (!Files.isRegularFile(path)) {
      throw new InputRefused(
          "no such file: "
              + file
              + "\nName a file with a calendar, or us-federal, always, or country:DE.");
    }
    if (zone.isPresent() || hours.isPresent()) {
      throw usage("--zone and --hours are for built-in calendars; " + file + " says its own");
    }
    ReadCalendars read = CalendarFiles.read(path);
    return Calendars.of(read.calendars(), read.usual());
  }

  private ZoneId zone() {
    try {
      return zone.map(ZoneId::of).orElse(Calendars.DEFAULT_ZONE);
    } catch (DateTimeException e) {
      throw usage(
          "--zone: there is no zone "
              + AskedText.quoted(zone.orElse(""))
              + "; write one such as America/Chicago");
    }
  }

  private Window hours() {
    try {
      return hours.map(Window::parse).orElse(Calendars.OFFICE_HOURS);
    } catch (RefusedInputException e) {
      throw usage("--hours: " + e.getMessage());
    }
  }
}
