package org.plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.calendar.OpenTime;
import org.plumbline.cli.batch.Batch;
import org.plumbline.cli.question.AnswerText;
import org.plumbline.cli.question.Cells;
import org.plumbline.cli.question.Explanation;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the answer to one small question in the format asked for. */
final class AnswerPrinter {
  private final PrintWriter out;
  private final QuestionOptions options;

  AnswerPrinter(CommandSpec spec, QuestionOptions options) {
    out = spec.commandLine().getOut();
    this.options = options;
  }

  void print(
      OpenTime time,
      String sentence,
      Explanation explanation,
      Map<String, Object> json,
      List<Cells.Column> columns,
      List<String> cells,
      List<String> notes) {
    switch (options.format().orElse(Batch.Format.TEXT)) {
      case TEXT -> {
        out.println(sentence);
        out.println();
        AnswerText.details(time, explanation, notes, options.explain()).forEach(out::println);
      }
      case JSON -> out.println(Json.text(json));
      case CSV -> {
        List<String> titles = new ArrayList<>(columns.stream().map(Cells.Column::title).toList());
        List<String> values = new ArrayList<>(cells);
        if (options.explain()) {
          titles.add(Cells.Column.COUNTED.title());
          values.add(Cells.counted(time, explanation));
        }
        out.println(String.join(",", titles));
        out.println(String.join(",", values));
      }
    }
    out.flush();
  }
}
