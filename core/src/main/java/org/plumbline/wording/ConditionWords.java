package org.plumbline.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;

/** Conditions in words, as clauses ({@code priority is 3}) and relative clauses. */
final class ConditionWords {

  private final Names names;
  private final MomentWords moments;

  ConditionWords(Names names) {
    this.names = names;
    this.moments = new MomentWords(this);
  }

  MomentWords moments() {
    return moments;
  }

  /** After the noun of the cases: {@code whose priority is 3}, {@code that have no “reopened”}. */
  String relative(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Phrases.and(all.conditions().stream().map(this::relative).toList());
    }
    if (condition instanceof Condition.Any any) {
      return "either " + Phrases.or(any.conditions().stream().map(this::relative).toList());
    }
    if (condition instanceof Condition.None none) {
      return "(but not those "
          + Phrases.or(none.conditions().stream().map(this::relative).toList())
          + ")";
    }
    if (condition instanceof Condition.Missing missing) {
      return (missing.missing() ? "without " : "with ") + Phrases.quoted(missing.subject());
    }
    String subject = subjectOf(condition);
    return switch (subject) {
      case "elapsed" -> "that took " + predicate(condition);
      case "age" -> "that have been open for " + predicate(condition);
      case "hold" -> "that are held as " + predicate(condition);
      case "stage" -> "that are in the stage " + predicate(condition);
      default ->
          subject.indexOf('.') > 0
              ? "while " + clause(condition)
              : "whose " + subjectWords(condition) + " " + predicate(condition);
    };
  }

  /** A whole clause: {@code priority is 3}, {@code the result is not met}. */
  String clause(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Phrases.and(all.conditions().stream().map(this::clause).toList());
    }
    if (condition instanceof Condition.Any any) {
      return "either " + Phrases.or(any.conditions().stream().map(this::clause).toList());
    }
    if (condition instanceof Condition.None none) {
      return "it is not so that "
          + Phrases.or(none.conditions().stream().map(this::clause).toList());
    }
    if (condition instanceof Condition.Missing missing) {
      return "there is " + (missing.missing() ? "no " : "a ") + Phrases.quoted(missing.subject());
    }
    return switch (subjectOf(condition)) {
      case "elapsed" -> "the time taken is " + predicate(condition);
      case "age" -> "the age is " + predicate(condition);
      case "hold" -> "the case is held as " + predicate(condition);
      case "stage" -> "the case is in the stage " + predicate(condition);
      case "repeat" -> "the periods in a row are " + predicate(condition);
      case "result", "figure", "shortfall", "downtime", "metric", "service", "each" ->
          "the " + subjectOf(condition) + " " + predicate(condition);
      case "cases", "points" -> "the " + subjectOf(condition) + are(predicate(condition));
      default -> subjectWords(condition) + " " + predicate(condition);
    };
  }

  private static String are(String predicate) {
    return predicate.startsWith("is ") ? " are " + predicate.substring(3) : " " + predicate;
  }

  private String subjectWords(Condition condition) {
    String subject = subjectOf(condition);
    if (condition instanceof Condition.Ordered) {
      return Phrases.quoted(subject);
    }
    int dot = subject.indexOf('.');
    if (dot > 0) {
      return names.whose(subject.substring(0, dot))
          + (condition instanceof Condition.Compares ? " number of " : " ")
          + Phrases.words(subject.substring(dot + 1));
    }
    if (names.isMetric(subject)) {
      return "the figure of " + names.metric(subject);
    }
    return Phrases.words(subject) + (isFlag(condition) ? " flag" : "");
  }

  private static String subjectOf(Condition condition) {
    if (condition instanceof Condition.OneOf oneOf) {
      return oneOf.subject();
    }
    if (condition instanceof Condition.Compares compares) {
      return compares.subject();
    }
    if (condition instanceof Condition.Ordered ordered) {
      return ordered.subject();
    }
    return "";
  }

  private String predicate(Condition condition) {
    boolean noun =
        List.of("elapsed", "age", "hold", "stage", "repeat").contains(subjectOf(condition));
    String is = noun ? "" : "is ";
    if (condition instanceof Condition.OneOf oneOf) {
      List<String> values = new ArrayList<>();
      oneOf.values().forEach(value -> values.add(value(oneOf.subject(), value)));
      return is + Phrases.or(values);
    }
    if (condition instanceof Condition.Compares compares) {
      return is + compared(compares.comparison()) + value(compares.subject(), compares.value());
    }
    if (condition instanceof Condition.Ordered ordered) {
      String order =
          switch (ordered.order()) {
            case BY -> "is not later than ";
            case BEFORE -> "is before ";
            case FROM -> "is not before ";
            case AFTER -> "is after ";
          };
      return order + moments.noun(ordered.against());
    }
    return "";
  }

  private String value(String subject, Literal literal) {
    if (literal instanceof Literal.Text text) {
      return switch (subject) {
        case "result" -> Phrases.words(text.value()).toLowerCase(Locale.ROOT);
        case "metric" -> names.metric(text.value());
        case "service" -> names.service(text.value());
        case "performing" -> names.party(text.value());
        case "hold", "stage" -> Phrases.quoted(text.value());
        default -> Numbers.literal(literal);
      };
    }
    return Numbers.literal(literal);
  }

  private static boolean isFlag(Condition condition) {
    return condition instanceof Condition.OneOf oneOf
        && !oneOf.values().isEmpty()
        && oneOf.values().stream().allMatch(Literal.Flag.class::isInstance);
  }

  private static String compared(Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> "at least ";
      case AT_MOST -> "at most ";
      case ABOVE -> "more than ";
      case BELOW -> "less than ";
    };
  }
}
