package org.plumbline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.cli.batch.RowQuestion;
import org.plumbline.cli.question.AnswerJson;
import org.plumbline.cli.question.AnswerText;
import org.plumbline.cli.question.Asked;
import org.plumbline.cli.question.BetweenAnswer;
import org.plumbline.cli.question.Cells;
import org.plumbline.cli.question.Explanation;
import org.plumbline.cli.question.OpenTimes;
import org.plumbline.cli.question.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline between}. */
@Command(
    name = "between",
    mixinStandardHelpOptions = true,
    description = {
      "How much working time lies between two instants, or how many workdays between two dates.",
      "With one date: is it a workday?"
    },
    footer = {
      "",
      "Moments: 2026-11-27, 2026-11-27T09:00 (in the calendar's zone), 2026-11-27T09:00-05:00.",
      "A batch needs the columns from and to, and calendar where --calendar names no single one.",
      "",
      "  plumbline between 2026-11-27",
      "  plumbline between --calendar us-federal 2026-11-25T15:00 2026-11-30T10:00",
      "  plumbline between --calendar desks.yaml --batch tickets.csv -o answers.csv"
    })
final class BetweenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private QuestionOptions options;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FROM", description = "The earlier moment.")
  private @Nullable String from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "The later moment.")
  private @Nullable String to;

  @Override
  public Integer call() throws Exception {
    if (options.batch().isPresent()) {
      return new BatchRun(spec, options).run(RowQuestion.Kind.BETWEEN, from, to);
    }
    if (from == null) {
      throw options.usage("name a date, or two moments: FROM and TO");
    }
    WorkCalendar calendar = options.calendar();
    Asked start = options.moment(from, calendar.zone());
    Asked stop = to == null ? start : options.moment(to, calendar.zone());
    BetweenAnswer answer = Questions.between(new OpenTimes(calendar, start.date()), start, stop);
    new AnswerPrinter(spec, options)
        .print(
            answer.time(),
            AnswerText.sentence(answer),
            Explanation.of(answer),
            AnswerJson.of(answer),
            Cells.BETWEEN,
            Cells.of(answer),
            AnswerText.notes(calendar.zone(), start, stop));
    return ExitCode.DONE;
  }
}
