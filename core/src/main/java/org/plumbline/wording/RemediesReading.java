package org.plumbline.wording;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Remedy;

/** Remedies and exclusions read aloud. */
final class RemediesReading {

  private final Agreement agreement;
  private final Wording wording;
  private final Names names;

  RemediesReading(Agreement agreement, Wording wording) {
    this.agreement = agreement;
    this.wording = wording;
    this.names = wording.names();
  }

  List<Reading.Item> remedies() {
    return agreement.remedies().values().stream().map(this::item).toList();
  }

  List<Reading.Item> exclusions() {
    return agreement.exclusions().values().stream().map(this::item).toList();
  }

  Reading.Item item(Remedy remedy) {
    return Reading.Item.of("", sentence(remedy));
  }

  Reading.Item item(Exclusion exclusion) {
    return Reading.Item.of("", sentence(exclusion));
  }

  /** A remedy by what it is: {@code corrective action plan}. */
  static String effectName(Agreement agreement, String id) {
    Remedy remedy = agreement.remedies().get(id);
    if (remedy != null && remedy.effect() instanceof Remedy.Effect.Action action) {
      return "“" + action.text() + "”";
    }
    if (remedy != null && remedy.effect() instanceof Remedy.Effect.Right right) {
      return "“" + right.text() + "”";
    }
    return Phrases.quoted(id);
  }

  private String sentence(Remedy remedy) {
    StringBuilder text = new StringBuilder("when ");
    text.append(remedy.when().map(wording::condition).orElse("the result is not met"));
    remedy.times().ifPresent(times -> text.append(times(times)));
    text.append(": ").append(effect(remedy.effect()));
    remedy.owedBy().ifPresent(party -> text.append(", owed by ").append(names.party(party)));
    if (!remedy.toInclude().isEmpty()) {
      text.append(", to include ").append(Phrases.and(remedy.toInclude()));
    }
    remedy.owner().ifPresent(owner -> text.append("; owner: ").append(names.role(owner)));
    remedy
        .due()
        .ifPresent(
            due ->
                text.append("; due ")
                    .append(Numbers.amount(due))
                    .append(" after the report is issued"));
    remedy.clause().ifPresent(id -> text.append("; see ").append(names.clause(id)));
    return Phrases.sentence(text.toString());
  }

  private static String times(Remedy.Times times) {
    String atLeast = " in at least " + times.atLeast();
    if (times.running().orElse(false)) {
      return atLeast + " periods in a row";
    }
    return times.in().map(in -> atLeast + " of " + in + " periods").orElse(atLeast + " periods");
  }

  private String effect(Remedy.Effect effect) {
    if (effect instanceof Remedy.Effect.Action action) {
      return action.text();
    }
    if (effect instanceof Remedy.Effect.Right right) {
      return right.text();
    }
    if (effect instanceof Remedy.Effect.Points points) {
      return "points are added: " + wording.varying().words(points.points(), Numbers::literal);
    }
    if (effect instanceof Remedy.Effect.Credit credit) {
      String caps =
          credit.atMost().isEmpty()
              ? ""
              : ", at most what is in "
                  + Phrases.and(credit.atMost().stream().map(Phrases::quoted).toList());
      return "the fee is reduced, from "
          + base(credit.of())
          + ", by "
          + wording.varying().words(credit.amount(), Numbers::literal)
          + caps;
    }
    return effect instanceof Remedy.Effect.Restores restores
        ? "the last amount of " + Phrases.quoted(restores.remedy()) + " is given back"
        : "something follows";
  }

  static String base(String of) {
    return switch (of) {
      case "fees" -> "the fees due";
      case "billed" -> "the amount billed";
      default -> "the pool " + Phrases.quoted(of);
    };
  }

  private String sentence(Exclusion exclusion) {
    StringBuilder text = new StringBuilder(ground(exclusion.ground()));
    boolean one =
        exclusion.ground() instanceof Exclusion.Ground.Workload workload
            && workload.takes().equals("period");
    String effect = effect(exclusion.effect());
    text.append(" ").append(one ? effect.replaceFirst("^do not", "does not") : effect);
    exclusion.reason().ifPresent(reason -> text.append(" (").append(reason).append(")"));
    exclusion.clause().ifPresent(id -> text.append("; see ").append(names.clause(id)));
    return Phrases.sentence(text.toString());
  }

  private String ground(Exclusion.Ground ground) {
    if (ground instanceof Exclusion.Ground.Declared declared) {
      return declared(declared);
    }
    if (ground instanceof Exclusion.Ground.Cases cases) {
      return "cases of which it holds that " + wording.condition(cases.condition());
    }
    if (ground instanceof Exclusion.Ground.Periods periods) {
      return "the periods "
          + Phrases.and(periods.periods().stream().map(RemediesReading::period).toList());
    }
    if (ground instanceof Exclusion.Ground.Workload workload) {
      List<String> limits = new ArrayList<>();
      workload
          .limits()
          .forEach(
              (metric, limit) ->
                  limits.add(names.metric(metric) + " above " + workloadLimit(limit)));
      return (workload.takes().equals("period")
              ? "a period with "
              : "the cases received last in a period with ")
          + Phrases.or(limits);
    }
    return "what is agreed";
  }

  private static String period(String id) {
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).equals(id)) {
        return Phrases.capital(id);
      }
    }
    return id;
  }

  private String workloadLimit(Exclusion.WorkloadLimit limit) {
    if (limit instanceof Exclusion.WorkloadLimit.Number number) {
      return wording.varying().words(number.value(), Numbers::literal);
    }
    return limit instanceof Exclusion.WorkloadLimit.ShareOfFact share
        ? share.share() + " of " + fact(share.fact())
        : "a limit";
  }

  private String fact(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? Phrases.words(path)
        : names.whose(path.substring(0, dot)) + " " + Phrases.words(path.substring(dot + 1));
  }

  private String declared(Exclusion.Ground.Declared declared) {
    StringBuilder text = new StringBuilder("times that ");
    text.append(declared.declaredBy().map(names::party).orElse("a party")).append(" declares");
    declared
        .notice()
        .ifPresent(notice -> text.append(" ").append(Numbers.amount(notice)).append(" before"));
    declared
        .acceptedBy()
        .ifPresent(party -> text.append(" and ").append(names.party(party)).append(" accepts"));
    declared
        .decideWithin()
        .ifPresent(
            within ->
                text.append(" (silence of ")
                    .append(Numbers.amount(within))
                    .append(" being taken as ")
                    .append(declared.silence().orElse("rejected"))
                    .append(")"));
    if (!declared.grounds().isEmpty()) {
      text.append(", on the ground of ").append(Phrases.or(declared.grounds()));
    }
    declared
        .atMost()
        .ifPresent(
            most ->
                text.append(", at most ")
                    .append(Numbers.amount(most.of()))
                    .append(" each ")
                    .append(PeriodWords.noun(most.per()))
                    .append(","));
    return text.toString();
  }

  private String effect(Exclusion.Effect effect) {
    if (effect instanceof Exclusion.Effect.Excludes excludes) {
      return excludes.metrics().contains("all")
          ? "do not count in any metric"
          : "do not count in "
              + Phrases.and(excludes.metrics().stream().map(names::metric).toList());
    }
    if (effect instanceof Exclusion.Effect.Closes closes) {
      return "are closed in the "
          + Phrases.and(closes.calendars().stream().map(CalendarWords::name).toList());
    }
    if (effect instanceof Exclusion.Effect.Suspends suspends) {
      String services =
          suspends.services().contains("all")
              ? "all services"
              : Phrases.and(suspends.services().stream().map(names::service).toList());
      String fees =
          suspends
              .fees()
              .map(rule -> rule.equals("due") ? ", fees being due" : ", fees being prorated")
              .orElse("");
      return "suspend " + services + fees;
    }
    return "have an effect";
  }
}
