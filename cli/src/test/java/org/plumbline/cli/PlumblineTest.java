package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlumblineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpListsTheExitCodes() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: plumbline", "3 input refused");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theHelpOfEachCommandCanBeFormatted() {
    for (Class<?> command : Commands.ALL.values()) {
      picocli.CommandLine.Command about = command.getAnnotation(picocli.CommandLine.Command.class);
      for (String line : about.description()) {
        assertThat(String.format(Locale.ROOT, line)).as(command.getSimpleName()).isNotEmpty();
      }
    }
  }

  @Test
  void versionIsOneLine() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).hasSize(1).first().asString().startsWith("plumbline ");
  }

  @Test
  void noCommandIsAUsageErrorThatNamesTheHelp() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("name a command", "Try: plumbline --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertThat(run("measure")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("measure").doesNotContain("\tat ");
  }

  @Test
  void aMissingFileIsRefusedInOneLine() {
    int code = say(new UncheckedIOException(new NoSuchFileException("records/cases.csv")), false);
    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString().lines())
        .containsExactly("plumbline: no such file: records/cases.csv");
  }

  @Test
  void aRefusalIsPrintedAsItIs() {
    assertThat(say(new InputRefused("first\nsecond"), false)).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString().lines()).containsExactly("plumbline: first", "second");
  }

  @Test
  void ourFaultShowsNoStackTraceUnlessAskedFor() {
    assertThat(say(new IllegalStateException("x"), false)).isEqualTo(ExitCode.FAULT);
    assertThat(err.toString()).contains("our fault", "--debug").doesNotContain("\tat ");
    assertThat(say(new IllegalStateException("x"), true)).isEqualTo(ExitCode.FAULT);
    assertThat(err.toString()).contains("\tat org.plumbline");
  }

  @Test
  void aFileErrorWithoutAMessageStillSaysSomething() {
    assertThat(say(new IOException(), false)).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains("IOException");
  }

  private int run(String... args) {
    return Plumbline.run(new PrintWriter(out, true), new PrintWriter(err, true), Shell.NOW, args);
  }

  private int say(Throwable fault, boolean debug) {
    return Faults.say(fault, new PrintWriter(err, true), debug);
  }
}
