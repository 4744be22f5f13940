package org.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.profile.Answers;
import org.plumbline.profile.Interview;
import org.plumbline.profile.Question;
import org.plumbline.profile.RefusedAnswer;

/** Asks the questions of an interview on a terminal, or takes what is proposed and says so. */
final class Asking {
  private static final int TRIES = 5;

  private final PrintWriter out;
  private final int width;
  private final @Nullable BufferedReader in;
  private boolean ended;

  /**
   * An asking.
   *
   * @param in where answers come from; absent where nobody can answer
   */
  Asking(PrintWriter out, int width, Optional<BufferedReader> in) {
    this.out = out;
    this.width = width;
    this.in = in.orElse(null);
  }

  /**
   * Asks what is open.
   *
   * @param given what was answered beforehand
   * @throws RefusedAnswer if what was answered beforehand cannot be used
   */
  Answers ask(Interview interview, Answers given) throws IOException, RefusedAnswer {
    Answers answers = given;
    Optional<Question> next = interview.next(answers);
    if (next.isPresent()) {
      out.println(
          in == null
              ? "Nobody can be asked here, so what the file proposes is taken:"
              : "Press Enter to take what stands in [brackets].");
      out.println();
    }
    int number = 0;
    while (next.isPresent()) {
      number++;
      Question question = next.get();
      answers =
          in == null || ended
              ? taken(question, answers)
              : asked(interview, question, number, answers, in);
      next = interview.next(answers);
    }
    if (number > 0) {
      out.println();
    }
    return answers;
  }

  private Answers taken(Question question, Answers answers) {
    lines(question.asks() + " " + question.because(), "  · ", "    ");
    out.println("      --" + optionOf(question) + " " + Shown.word(value(question)));
    return answers.with(question.option(), question.proposed());
  }

  private Answers asked(
      Interview interview, Question question, int number, Answers answers, BufferedReader reader)
      throws IOException, RefusedAnswer {
    lines(question.asks(), number + ". ", "   ");
    for (int i = 0; i < question.choices().size(); i++) {
      String mark = "      " + (i + 1) + "  ";
      lines(question.choices().get(i), mark.substring(mark.length() > 9 ? 1 : 0), "         ");
    }
    lines(question.because(), "   ", "   ");
    for (int tries = 0; tries < TRIES; tries++) {
      out.print("   [" + question.proposed().replaceAll("\\p{Cc}", " ") + "] > ");
      out.flush();
      String line = reader.readLine();
      if (line == null) {
        ended = true;
        out.println();
        out.println("   No more answers: what is proposed is taken from here on.");
        break;
      }
      String reply = line.isBlank() ? question.proposed() : line.strip();
      Answers more = answers.with(question.option(), reply);
      try {
        interview.next(more);
        out.println();
        return more;
      } catch (RefusedAnswer e) {
        lines(e.getMessage(), "   ", "   ");
      }
    }
    return answers.with(question.option(), question.proposed());
  }

  private static String optionOf(Question question) {
    return question.option().equals("level")
        ? question.proposed().startsWith("at most") ? "at-most" : "at-least"
        : question.option();
  }

  private static String value(Question question) {
    return question.option().equals("level")
        ? question.proposed().replaceFirst("^at (least|most) ", "")
        : question.proposed();
  }

  private void lines(@Nullable String text, String first, String next) {
    List<String> lines = Lines.wrapped(text == null ? "" : text, first, next, width);
    lines.forEach(out::println);
  }
}
