package org.plumbline.agreement.yaml;

import java.util.List;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Pool;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Settlement;
import org.plumbline.agreement.yaml.Written.Entries;

/** Writes remedies, exclusions and reconsideration (language.md 6, 7). */
final class WrittenRemedies {

  private WrittenRemedies() {}

  static Written remedy(Remedy remedy) {
    Entries entries =
        Entries.block()
            .put("when", remedy.when(), WrittenValues::condition)
            .put("times", remedy.times(), WrittenRemedies::times);
    putEffect(remedy.effect(), entries);
    return entries
        .putTexts("to-include", remedy.toInclude())
        .putText("owed-by", remedy.owedBy())
        .putText("owner", remedy.owner())
        .putAny("due", remedy.due())
        .putText("clause", remedy.clause());
  }

  private static Written times(Remedy.Times times) {
    return Entries.flow()
        .put("at-least", Written.bare(String.valueOf(times.atLeast())))
        .put("in", times.in(), in -> Written.bare(String.valueOf(in)))
        .put("running", times.running(), running -> Written.bare(String.valueOf(running)));
  }

  private static void putEffect(Remedy.Effect effect, Entries entries) {
    if (effect instanceof Remedy.Effect.Action action) {
      entries.put("action", action.text());
    } else if (effect instanceof Remedy.Effect.Right right) {
      entries.put("right", right.text());
    } else if (effect instanceof Remedy.Effect.Points points) {
      entries.put("points", WrittenValues.varying(points.points(), WrittenValues::literal));
    } else if (effect instanceof Remedy.Effect.Restores restores) {
      entries.put("restores", restores.remedy());
    } else {
      Remedy.Effect.Credit credit = (Remedy.Effect.Credit) effect;
      entries.put(
          "credit",
          Entries.flow()
              .put("of", credit.of())
              .put("amount", WrittenValues.varying(credit.amount(), WrittenValues::literal))
              .putTexts("at-most", credit.atMost()));
    }
  }

  static Written pool(Pool pool) {
    return Entries.flow()
        .put("of", pool.of())
        .putTexts("services", pool.services())
        .put("share", pool.share(), share -> WrittenValues.varying(share, WrittenValues::literal))
        .putText("per", pool.per())
        .putAny("rolling", pool.rolling());
  }

  static Written settlement(Settlement settlement) {
    return Entries.flow()
        .putText("authority", settlement.authority())
        .putText("same-cause", settlement.sameCause())
        .putText("concurrent", settlement.concurrent())
        .putAny("request-within", settlement.requestWithin())
        .putText("post-to", settlement.postTo())
        .putText("last-period", settlement.lastPeriod())
        .putAny("pay-within", settlement.payWithin());
  }

  static Written exclusion(Exclusion exclusion) {
    Entries entries = Entries.block().putText("reason", exclusion.reason());
    putGround(exclusion.ground(), entries);
    if (exclusion.effect() instanceof Exclusion.Effect.Excludes excludes) {
      entries.put("excludes", listOrAll(excludes.metrics()));
    } else if (exclusion.effect() instanceof Exclusion.Effect.Closes closes) {
      entries.put("closes", Written.texts(closes.calendars(), true));
    } else {
      Exclusion.Effect.Suspends suspends = (Exclusion.Effect.Suspends) exclusion.effect();
      entries.put("suspends", listOrAll(suspends.services())).putText("fees", suspends.fees());
    }
    return entries.putText("clause", exclusion.clause());
  }

  private static Written listOrAll(List<String> list) {
    return list.equals(List.of(Exclusions.ALL))
        ? Written.text(Exclusions.ALL)
        : Written.texts(list, true);
  }

  private static void putGround(Exclusion.Ground ground, Entries entries) {
    if (ground instanceof Exclusion.Ground.Declared declared) {
      entries.put("declared", declared(declared));
    } else if (ground instanceof Exclusion.Ground.Cases cases) {
      entries.put("cases", WrittenValues.condition(cases.condition()));
    } else if (ground instanceof Exclusion.Ground.Periods periods) {
      entries.put("periods", Written.texts(periods.periods(), false));
    } else {
      Exclusion.Ground.Workload workload = (Exclusion.Ground.Workload) ground;
      Entries limits = Entries.flow();
      workload.limits().forEach((metric, limit) -> limits.put(metric, limit(limit)));
      entries.put("workload", Entries.flow().put("limits", limits).put("takes", workload.takes()));
    }
  }

  private static Written limit(Exclusion.WorkloadLimit limit) {
    if (limit instanceof Exclusion.WorkloadLimit.ShareOfFact share) {
      return Entries.flow().put("of", share.fact()).put("share", share.share().toString());
    }
    return WrittenValues.varying(
        ((Exclusion.WorkloadLimit.Number) limit).value(), WrittenValues::literal);
  }

  private static Written declared(Exclusion.Ground.Declared declared) {
    return Entries.flow()
        .putText("declared-by", declared.declaredBy())
        .putText("accepted-by", declared.acceptedBy())
        .putText("silence", declared.silence())
        .putAny("decide-within", declared.decideWithin())
        .putAny("notice", declared.notice())
        .putTexts("grounds", declared.grounds())
        .put(
            "at-most",
            declared.atMost(),
            most -> Entries.flow().put("of", most.of().toString()).put("per", most.per()));
  }

  static Written reconsideration(Reconsideration terms) {
    return Entries.block()
        .put("request-within", terms.requestWithin().toString())
        .put("decide-within", terms.decideWithin().toString())
        .putText("silence", terms.silence())
        .putTexts("grounds", terms.grounds())
        .putTexts("escalation", terms.escalation())
        .putAny("each-within", terms.eachWithin())
        .putText("clause", terms.clause());
  }
}
