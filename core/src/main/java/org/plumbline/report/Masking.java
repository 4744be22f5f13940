package org.plumbline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Measurement;
import org.plumbline.forecast.Forecast;
import org.plumbline.judge.Changed;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.records.BadRow;
import org.plumbline.records.CaseKey;
import org.plumbline.records.LoadReport;
import org.plumbline.records.Superseded;
import org.plumbline.register.Ask;
import org.plumbline.remedy.PostingId;

/**
 * Masks the values of sensitive fields, but for those asked for by name (design 4.13).
 *
 * <p>A sensitive part of a case's key is masked in the key; a sensitive {@code each} value becomes
 * a number that stands for it within the report. What bad rows hold is masked in sets that have any
 * sensitive field, since a bad cell may hold anything.
 */
public final class Masking {

  /** What stands in place of a masked value. */
  public static final String MASK = "•••";

  private final Evaluation evaluation;
  private final Map<List<String>, String> numbers = new LinkedHashMap<>();

  private Masking(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The evaluation with sensitive values masked; masking twice is masking once. */
  public static Evaluation apply(Evaluation evaluation) {
    return new Masking(evaluation).masked();
  }

  /** The sensitive fields that are masked, as {@code set.field}, sorted. */
  public static List<String> maskedFields(Evaluation evaluation) {
    TreeSet<String> masked = new TreeSet<>();
    evaluation
        .agreement()
        .records()
        .forEach(
            (id, set) ->
                hidden(set, evaluation.shown()).forEach(field -> masked.add(id + "." + field)));
    return List.copyOf(masked);
  }

  private Evaluation masked() {
    if (maskedFields(evaluation).isEmpty()) {
      return evaluation;
    }
    Results results =
        new Results(
            evaluation.results().agreement(),
            evaluation.results().asOf(),
            evaluation.results().results().stream().map(this::result).toList());
    return new Evaluation(
        evaluation.agreement(),
        evaluation.version(),
        evaluation.engine(),
        evaluation.knownAt(),
        results,
        evaluation.totals(),
        evaluation.partyTimes(),
        evaluation.stories().stream()
            .map(story -> new CaseStory(outcome(story.outcome()), story.intervals(), story.terms()))
            .toList(),
        evaluation.load().map(this::load),
        evaluation.findings(),
        evaluation.shown(),
        evaluation.follows().renamed(this::posting),
        evaluation.versions(),
        requests(evaluation.requests()),
        evaluation.outlook().map(this::outlook),
        evaluation.history().stream().map(this::reported).toList());
  }

  private ReportedFigure reported(ReportedFigure figure) {
    Metric metric = evaluation.agreement().metrics().get(figure.metric());
    boolean hidden =
        metric != null && metric.each().filter(hiddenIn(figure.metric())::contains).isPresent();
    return hidden ? figure.of(figure.each().map(value -> number(figure.metric(), value))) : figure;
  }

  private Outlook outlook(Outlook outlook) {
    return new Outlook(
        outlook.text(), outlook.forecasts().stream().map(this::forecast).toList(), outlook.seed());
  }

  private Forecast forecast(Forecast forecast) {
    Result masked = result(forecast.result());
    return new Forecast(
        forecast.metric(),
        masked.each(),
        masked,
        forecast.counted(),
        forecast.unsaid(),
        forecast.lines(),
        forecast.certainty(),
        forecast.chance(),
        forecast.noChance());
  }

  private Requests requests(Requests requests) {
    return new Requests(
        requests.stories().stream().map(this::story).toList(),
        requests.granted().stream().map(this::changed).toList(),
        requests.pending().stream().map(this::changed).toList());
  }

  private Requests.Story story(Requests.Story story) {
    String metric = story.standing().request().metric();
    Set<String> hidden = hiddenIn(metric);
    return new Requests.Story(
        story
            .standing()
            .shown(
                name ->
                    new Ask.CaseName(
                        List.of(key(keyFields(metric), CaseKey.of(name.parts()), hidden))),
                field -> hidden.contains(field) ? Optional.of(MASK) : Optional.empty()),
        story.changes().stream().map(this::changed).toList(),
        story.cases().stream()
            .map(
                each ->
                    new Requests.Case(
                        key(keyFields(metric), each.key(), hidden),
                        each.without().map(this::outcome),
                        each.with().map(this::outcome)))
            .toList());
  }

  private Changed changed(Changed changed) {
    return new Changed(changed.before().map(this::result), changed.after().map(this::result));
  }

  /** What follows from a result of a masked value has the result's number. */
  private PostingId posting(PostingId id) {
    Metric metric = id.metric().map(evaluation.agreement().metrics()::get).orElse(null);
    boolean isHidden =
        metric != null
            && metric.each().isPresent()
            && id.metric().isPresent()
            && hiddenIn(id.metric().get()).contains(metric.each().get());
    return isHidden
        ? new PostingId(
            id.remedy(),
            id.metric(),
            id.each().map(value -> number(id.metric().orElse(""), value)),
            id.period())
        : id;
  }

  /** The fields of a set that are sensitive and not shown. */
  static Set<String> hidden(RecordSet set, Set<String> shown) {
    TreeSet<String> hidden = new TreeSet<>();
    set.fields()
        .forEach(
            (id, field) -> {
              if (field.sensitive() && !shown.contains(id)) {
                hidden.add(id);
              }
            });
    return hidden;
  }

  private Set<String> hiddenIn(String metric) {
    Agreement agreement = evaluation.agreement();
    Metric term = agreement.metrics().get(metric);
    RecordSet set = term == null ? null : agreement.records().get(term.records());
    return set == null ? Set.of() : hidden(set, evaluation.shown());
  }

  private CaseOutcome outcome(CaseOutcome outcome) {
    Set<String> hidden = hiddenIn(outcome.metric());
    if (hidden.isEmpty()) {
      return outcome;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    outcome.fields().forEach((id, value) -> fields.put(id, hidden.contains(id) ? MASK : value));
    Metric metric = evaluation.agreement().metrics().get(outcome.metric());
    boolean held = metric != null && metric.each().filter(hidden::contains).isPresent();
    return outcome.shown(
        key(keyFields(outcome.metric()), outcome.key(), hidden),
        held ? outcome.holder().map(value -> number(outcome.metric(), value)) : outcome.holder(),
        fields);
  }

  private List<String> keyFields(String metric) {
    Metric term = evaluation.agreement().metrics().get(metric);
    RecordSet set = term == null ? null : evaluation.agreement().records().get(term.records());
    return set == null ? List.of() : set.caseKey();
  }

  /** A case's key with the parts masked that are hidden. */
  static String key(List<String> fields, String key, Set<String> hidden) {
    if (fields.stream().noneMatch(hidden::contains)) {
      return key;
    }
    return CaseKey.parts(key, fields.size())
        .map(
            parts -> {
              List<String> masked = new ArrayList<>();
              for (int i = 0; i < parts.size(); i++) {
                masked.add(hidden.contains(fields.get(i)) ? MASK : parts.get(i));
              }
              return CaseKey.of(masked);
            })
        .orElse(MASK);
  }

  private Result result(Result result) {
    Metric metric = evaluation.agreement().metrics().get(result.metric());
    Set<String> hidden = hiddenIn(result.metric());
    boolean isHidden =
        metric != null && metric.each().isPresent() && hidden.contains(metric.each().get());
    if (!isHidden) {
      return result;
    }
    Optional<String> each = result.each().map(value -> number(result.metric(), value));
    return new Result(
        result.metric(),
        result.period(),
        each,
        result.status(),
        result.wouldBe(),
        result.reason(),
        result.lines().stream().map(line -> line(line, each)).toList());
  }

  private String number(String metric, String value) {
    if (value.startsWith(MASK)) {
      return value;
    }
    return numbers.computeIfAbsent(
        List.of(metric, value), key -> MASK + " " + (numbers.size() + 1));
  }

  private static LineResult line(LineResult line, Optional<String> each) {
    Measurement measured = line.measurement();
    return new LineResult(
        line.line(),
        new Measurement(
            measured.metric(),
            measured.period(),
            measured.line(),
            each,
            measured.cases(),
            measured.holding(),
            measured.indeterminate(),
            measured.open(),
            measured.unit(),
            measured.figure(),
            measured.low(),
            measured.high(),
            measured.down()),
        line.holds(),
        line.bounds(),
        line.means(),
        line.rounded(),
        line.turned(),
        line.interval(),
        line.smallCount());
  }

  private LoadReport load(LoadReport load) {
    List<BadRow> rows = load.badRows().stream().map(this::badRow).toList();
    return new LoadReport(
        load.files(),
        load.sets(),
        rows,
        load.badRowCount(),
        load.rowsWithoutKey(),
        load.superseded().stream().map(this::superseded).toList());
  }

  private Superseded superseded(Superseded value) {
    RecordSet set = evaluation.agreement().records().get(value.set());
    Set<String> hidden = set == null ? Set.of() : hidden(set, evaluation.shown());
    boolean isHidden = hidden.contains(value.column());
    return set == null || hidden.isEmpty()
        ? value
        : new Superseded(
            value.set(),
            key(set.caseKey(), value.key(), hidden),
            value.column(),
            isHidden ? MASK : value.was(),
            isHidden ? MASK : value.is(),
            value.delivery(),
            value.reason());
  }

  private BadRow badRow(BadRow row) {
    RecordSet set = evaluation.agreement().records().get(row.set());
    if (set == null || hidden(set, evaluation.shown()).isEmpty()) {
      return row;
    }
    return new BadRow(
        row.set(),
        row.file(),
        row.row(),
        row.column(),
        row.value().isEmpty() ? "" : MASK,
        row.reason(),
        row.right(),
        key(set.caseKey(), row.key(), hidden(set, evaluation.shown())));
  }
}
