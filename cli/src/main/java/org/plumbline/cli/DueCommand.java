package org.plumbline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.cli.batch.RowQuestion;
import org.plumbline.cli.question.AnswerJson;
import org.plumbline.cli.question.AnswerText;
import org.plumbline.cli.question.Asked;
import org.plumbline.cli.question.Cells;
import org.plumbline.cli.question.DueAnswer;
import org.plumbline.cli.question.Explanation;
import org.plumbline.cli.question.OpenTimes;
import org.plumbline.cli.question.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline due}. */
@Command(
    name = "due",
    mixinStandardHelpOptions = true,
    description = {
      "When is it due: the earliest instant at which a limit has run out, and from when it is late.",
      "With --backward: by when to start so that it runs out at the moment named."
    },
    footer = {
      "",
      "Durations: 4 hours, 25 days, 5 workdays, 2 weeks, 1 month; more than one word in quotes.",
      "A batch needs the columns from and duration, and calendar where --calendar names none.",
      "",
      "  plumbline due --backward 2026-12-03 \"5 workdays\"",
      "  plumbline due --calendar us-federal 2026-11-25T15:00 \"4 hours\"",
      "  plumbline due --calendar desks.yaml#night --batch tickets.csv"
    })
final class DueCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private QuestionOptions options;

  @Option(names = "--backward", description = "Count back from FROM.")
  private boolean backward;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FROM", description = "The moment.")
  private @Nullable String from;

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "DURATION",
      description = "How long, such as \"5 workdays\".")
  private String @Nullable [] duration;

  @Override
  public Integer call() throws Exception {
    String limitText = duration == null ? "" : String.join(" ", duration);
    if (options.batch().isPresent()) {
      RowQuestion.Kind kind = backward ? RowQuestion.Kind.BACKWARD : RowQuestion.Kind.DUE;
      return new BatchRun(spec, options).run(kind, from, limitText.isEmpty() ? null : limitText);
    }
    if (from == null || limitText.isEmpty()) {
      throw options.usage("name a moment and a duration, such as 2026-12-03 \"5 workdays\"");
    }
    TimeAmount limit = limit(limitText);
    WorkCalendar calendar = options.calendar();
    Asked moment = options.moment(from, calendar.zone());
    OpenTimes times = new OpenTimes(calendar, moment.date());
    DueAnswer answer =
        backward
            ? Questions.dueBackward(times, moment, limit)
            : Questions.due(times, moment, limit);
    new AnswerPrinter(spec, options)
        .print(
            answer.time(),
            AnswerText.sentence(answer),
            Explanation.of(answer),
            AnswerJson.of(answer),
            backward ? Cells.BACKWARD : Cells.DUE,
            Cells.of(answer),
            AnswerText.notes(calendar.zone(), moment));
    return ExitCode.DONE;
  }

  private TimeAmount limit(String text) {
    try {
      return TimeAmount.parse(text);
    } catch (RefusedInputException e) {
      throw options.usage(String.valueOf(e.getMessage()));
    }
  }
}
