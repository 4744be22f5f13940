package org.plumbline.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;

/** Asks about rows that are months, with figures that were counted elsewhere. */
final class MonthInterview implements Interview {

  private static final String NONE = "none";
  private static final int MOST_CHOICES = 12;
  private static final List<String> BAD =
      List.of(
          "error",
          "defect",
          "late",
          "abandon",
          "reject",
          "complain",
          "missed",
          "fail",
          "down",
          "overdue");

  private final Profile profile;
  private final Shape.Monthly monthly;

  MonthInterview(Profile profile, Shape.Monthly monthly) {
    this.profile = profile;
    this.monthly = monthly;
  }

  @Override
  public Optional<Question> next(Answers answers) throws RefusedAnswer {
    return questions(answers).stream()
        .filter(question -> answers.of(question.option()).isEmpty())
        .findFirst();
  }

  @Override
  public Set<String> options() {
    return Set.of("figure", "level", "performing");
  }

  @Override
  public Proposal propose(Answers answers, Source source) throws RefusedAnswer {
    return MonthProposal.of(
        profile, monthly, terms(answers), Heading.of(profile, answers, source), source);
  }

  private List<Question> questions(Answers answers) throws RefusedAnswer {
    MonthTerms terms = terms(answers);
    List<String> choices = new ArrayList<>(choices().keySet());
    List<Question> all = new ArrayList<>();
    all.add(
        new Question(
            "figure",
            "Which figure is promised?",
            choices,
            choices.get(0),
            monthly.ratios().isEmpty()
                ? "It is the first column of figures."
                : monthly.ratios().get(0).reason()
                    + " A quotient of two counts can be added up over months; a percentage cannot."));
    all.add(
        new Question(
            "level",
            "What is expected of it? (at least …, at most …, or none)",
            List.of(),
            usualLevel(terms.figure()),
            levelReason(terms.figure())));
    all.add(
        new Question(
            "performing",
            "Who owes it?",
            List.of("provider", "customer"),
            "provider",
            "A service is mostly measured at the one who delivers it."));
    return all;
  }

  /** What has been settled: answered, else as proposed. */
  MonthTerms terms(Answers answers) throws RefusedAnswer {
    Map<String, MonthTerms.Figure> choices = choices();
    List<String> names = List.copyOf(choices.keySet());
    String said = answers.of("figure").orElse(names.get(0));
    String name = Reply.name("figure", said, names);
    MonthTerms.Figure figure = java.util.Objects.requireNonNull(choices.get(name));
    return new MonthTerms(figure, level(answers.of("level").orElse(usualLevel(figure)), figure));
  }

  private Map<String, MonthTerms.Figure> choices() {
    Map<String, MonthTerms.Figure> choices = new LinkedHashMap<>();
    for (Shape.Ratio ratio : monthly.ratios()) {
      if (choices.size() < MOST_CHOICES / 2) {
        ColumnProfile of = profile.column(ratio.of());
        ColumnProfile to = profile.column(ratio.to());
        choices.put(of.name() + " / " + to.name(), new MonthTerms.Figure(of, Optional.of(to)));
      }
    }
    List<ColumnProfile> columns =
        new ArrayList<>(monthly.figures().stream().map(profile::column).toList());
    columns.sort(
        java.util.Comparator.comparing(
            column -> column.field().type() != Field.Type.SHARE && !isPercent(column)));
    for (ColumnProfile column : columns) {
      if (choices.size() < MOST_CHOICES) {
        choices.put(column.name(), new MonthTerms.Figure(column, Optional.empty()));
      }
    }
    return choices;
  }

  private static boolean isPercent(ColumnProfile column) {
    return Words.says(column.name(), Words.SHARES);
  }

  private static boolean isShare(MonthTerms.Figure figure) {
    return figure.to().isPresent() || figure.of().field().type() == Field.Type.SHARE;
  }

  private static String usualLevel(MonthTerms.Figure figure) {
    boolean bad = Words.says(figure.of().name(), BAD);
    if (isShare(figure)) {
      return bad ? "at most 5%" : "at least 95%";
    }
    return isPercent(figure.of()) ? (bad ? "at most 5" : "at least 95") : NONE;
  }

  private String levelReason(MonthTerms.Figure figure) {
    if (figure.to().isPresent()) {
      for (Shape.Ratio ratio : monthly.ratios()) {
        if (ratio.of() == figure.of().position() && ratio.to() == figure.to().get().position()) {
          return "Over all months of the file it was " + percent(ratio.achieved()) + ".";
        }
      }
    }
    BigDecimal least = null;
    BigDecimal most = null;
    for (BigDecimal value : figure.of().field().numbers().values()) {
      least = least == null || value.compareTo(least) < 0 ? value : least;
      most = most == null || value.compareTo(most) > 0 ? value : most;
    }
    boolean share = figure.of().field().type() == Field.Type.SHARE;
    return least == null || most == null
        ? "The file says nothing of it."
        : "In the file it lies between "
            + (share ? percent(least) : least.toPlainString())
            + " and "
            + (share ? percent(most) : most.toPlainString())
            + ".";
  }

  private static String percent(BigDecimal ratio) {
    return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private static String level(String reply, MonthTerms.Figure figure) throws RefusedAnswer {
    String text = Words.oneLine(reply).toLowerCase(Locale.ROOT);
    if (text.equals(NONE)) {
      return "";
    }
    boolean most = text.startsWith("at most");
    String number = text.replaceFirst("^at (least|most) ", "");
    if (isShare(figure)) {
      return (most ? "at-most: " : "at-least: ") + Reply.share("level", number);
    }
    String plain = number.replace(" ", "").replace("%", "");
    if (!plain.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      throw new RefusedAnswer(
          "level", Words.shown(reply) + " is no level; write at least 95, at most 5, or none");
    }
    String unit = figure.of().field().type() == Field.Type.MONEY ? " USD" : "";
    return (most ? "at-most: " : "at-least: ") + plain + unit;
  }
}
