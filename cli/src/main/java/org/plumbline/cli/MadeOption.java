package org.plumbline.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.calendar.RefusedInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When files for an office say that they were made. */
final class MadeOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--made",
      paramLabel = "TIME",
      description =
          "When files for an office say they were made, so that making them again gives the same"
              + " files (now).")
  private Optional<String> made = Optional.empty();

  /** The moment, of a date its last microsecond in a zone; now, if none is named. */
  Instant at(Instant now, ZoneId zone) {
    try {
      return made.isEmpty() ? now : EvaluateOptions.moment(made.get(), zone);
    } catch (RefusedInputException e) {
      throw new ParameterException(spec.commandLine(), "--made: " + e.getMessage());
    }
  }
}
