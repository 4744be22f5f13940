package org.plumbline.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.RefusedInputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed when a command cannot go on: plain lines, a stack trace only when asked for. */
final class Faults {
  /** Says what is wrong with the command line, and where its help is. */
  static int usage(ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("plumbline: " + Shown.plain(message(fault, Integer.MAX_VALUE)));
    UnmatchedArgumentException.printSuggestions(fault, err);
    err.println("Try: " + line.getCommandSpec().qualifiedName(" ") + " --help");
    return ExitCode.USAGE;
  }

  /**
   * Says what stopped a command.
   *
   * @return {@link ExitCode#REFUSED} when the input did, else {@link ExitCode#FAULT}
   */
  static int say(Throwable fault, PrintWriter err, boolean debug) {
    Optional<String> refusal = refusal(fault);
    if (refusal.isPresent()) {
      err.println("plumbline: " + Shown.plain(refusal.get()));
    } else if (fault instanceof OutOfMemoryError) {
      err.println("plumbline: out of memory; allow more with PLUMBLINE_JAVA_OPTIONS=-Xmx4g");
    } else {
      err.println(
          "plumbline: internal error, our fault and not yours: " + Shown.plain(firstLine(fault)));
      err.println("Run it again with --debug to see where, and please report it (SECURITY.md");
      err.println("says how, if it could be used to do harm).");
    }
    if (debug) {
      fault.printStackTrace(err);
    }
    return refusal.isPresent() ? ExitCode.REFUSED : ExitCode.FAULT;
  }

  /** Whether stack traces are wanted: {@code --debug}, or a PLUMBLINE_DEBUG that is not empty. */
  static boolean debugWanted(String... args) {
    String variable = System.getenv("PLUMBLINE_DEBUG");
    boolean set = variable != null && !variable.isEmpty();
    return set || Arrays.asList(args).contains("--debug");
  }

  /** What to say of a fault that lies in the input or its files; empty if it lies in Plumbline. */
  private static Optional<String> refusal(Throwable fault) {
    if (fault instanceof InputRefused) {
      return Optional.of(message(fault, Integer.MAX_VALUE));
    }
    if (fault instanceof RefusedInputException || fault instanceof OutsideCalendarException) {
      return Optional.of(firstLine(fault));
    }
    if (fault instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return refusal(unchecked.getCause());
    }
    if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return Optional.of("no such file: " + firstLine(fault));
    }
    if (fault instanceof AccessDeniedException) {
      return Optional.of("not allowed to use this file: " + firstLine(fault));
    }
    if (fault instanceof FileAlreadyExistsException) {
      return Optional.of("there is already a file here: " + firstLine(fault));
    }
    if (fault instanceof CharacterCodingException) {
      return Optional.of("a file is not UTF-8 text: save it as UTF-8 (" + firstLine(fault) + ")");
    }
    if (fault instanceof IOException) {
      return Optional.of("cannot read or write a file: " + firstLine(fault));
    }
    return Optional.empty();
  }

  private static String firstLine(Throwable fault) {
    return message(fault, 1);
  }

  private static String message(Throwable fault, int lines) {
    String message = fault.getMessage();
    if (message == null || message.isBlank()) {
      return fault.getClass().getSimpleName();
    }
    return String.join("\n", message.lines().limit(lines).toList());
  }

  private Faults() {}
}
