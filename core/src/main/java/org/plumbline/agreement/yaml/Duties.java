package org.plumbline.agreement.yaml;

import java.util.Optional;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Definition;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Stabilization;
import org.plumbline.finding.FindingCode;

/** Reads the terms around the metrics: term, versions, reports, commitments, clauses. */
final class Duties {

  private final Terms terms;
  private final Scalars scalars;

  Duties(Terms terms) {
    this.terms = terms;
    this.scalars = terms.scalars();
  }

  Optional<PerformancePeriod> performancePeriod(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "performance-period",
            map -> {
              var from = map.required("from", scalars::date);
              var until = map.required("until", scalars::date);
              var runOut =
                  map.optional(
                      "run-out",
                      scalars.word(
                          PerformancePeriod.RunOut.values(), PerformancePeriod.RunOut::key));
              Order.check(map, from.given(), until.given(), terms.reading());
              return map.build(() -> new PerformancePeriod(from.value(), until.value(), runOut));
            });
  }

  Optional<Renewal> renewal(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "renewal",
            map -> {
              var kind = map.optional("kind", scalars.word("option", "automatic", "none"));
              var notice = map.optional("notice", scalars::duration);
              var counters = map.optional("counters", scalars.word("continue", "reset"));
              return map.build(() -> new Renewal(kind, notice, counters));
            });
  }

  Optional<Stabilization> stabilization(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "stabilization",
            map -> {
              var until = map.required("until", scalars::date);
              var money = map.optional("money-remedies", scalars.word("suspended", "due"));
              return map.build(() -> new Stabilization(until.value(), money));
            });
  }

  Optional<Amendment> amendment(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "amendment",
            map -> {
              var number = map.required("number", scalars.wholeNumber(1, 9_999));
              var replaces = map.required("replaces", this::hash);
              var effective = map.required("effective", scalars::date);
              var reason = map.requiredText("reason", scalars::text);
              var driver =
                  map.required(
                      "driver",
                      scalars.word(
                          "customer-operations", "provider-performance", "law", "correction"));
              var transition =
                  map.optional(
                      "transition", scalars.word("by-start", "by-stop", "all-from-effective"));
              var splits = map.optional("splits-period", scalars::flag);
              var counters = map.optional("counters", scalars.word("continue", "reset"));
              var request = map.optional("change-request", scalars::text);
              var retroactive = map.optional("retroactive", scalars::text);
              return map.build(
                  () ->
                      new Amendment(
                          number.value(),
                          replaces.value(),
                          effective.value(),
                          reason.value(),
                          driver.value(),
                          transition,
                          splits,
                          counters,
                          request,
                          retroactive));
            });
  }

  private Optional<String> hash(YamlValue value) {
    return scalars
        .scalar(value, "the hash of a version")
        .flatMap(
            scalar ->
                scalar.text().matches("plumbline1:sha-256:[0-9a-f]{64}")
                    ? Optional.of(scalar.text())
                    : scalars.refuse(
                        scalar,
                        FindingCode.NOT_A_HASH,
                        "is not the hash of a version",
                        "write plumbline1:sha-256: and 64 digits 0 to 9, a to f"));
  }

  Optional<Definition> definition(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "definition",
            map -> {
              var term = map.requiredText("term", scalars::text);
              var means = map.requiredText("means", scalars::text);
              return map.build(() -> new Definition(term.value(), means.value()));
            });
  }

  Optional<Reports> reports(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "reports",
            map -> {
              var issuedBy = map.optional("issued-by", scalars::reference);
              var due = map.optional("due", scalars::duration);
              var ifMissing = map.optional("if-missing", scalars.word("not-judged", "not-met"));
              return map.build(() -> new Reports(issuedBy, due, ifMissing));
            });
  }

  Optional<Commitment> commitment(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "commitment",
            map -> {
              var what = map.requiredText("what", scalars::text);
              var performing = map.required("performing", scalars::reference);
              var owner = map.optional("owner", scalars::reference);
              var amount = map.optional("amount", scalars::text);
              var fundedBy = map.optional("funded-by", scalars::reference);
              var from = map.optional("from", scalars::date);
              var until = map.optional("until", scalars::date);
              var every = map.optional("every", scalars::reference);
              var due = map.optional("due", scalars::duration);
              Order.check(map, from, until, terms.reading());
              return map.build(
                  () ->
                      new Commitment(
                          what.value(),
                          performing.value(),
                          owner,
                          amount,
                          fundedBy,
                          from,
                          until,
                          every,
                          due));
            });
  }

  Optional<Clause> clause(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "clause",
            map -> {
              var id = map.required("id", scalars::id);
              var heading = map.requiredText("heading", scalars::text);
              var text = map.requiredText("text", scalars::text);
              var satisfies = map.list("satisfies", scalars::text);
              var accepts = map.list("accepts", this::accepted);
              return map.build(
                  () -> new Clause(id.value(), heading.value(), text.value(), satisfies, accepts));
            });
  }

  private Optional<Clause.Accepted> accepted(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "accepted",
            map -> {
              var finding = map.required("finding", this::code);
              var at = map.optional("at", scalars::text);
              var by = map.required("by", scalars::reference);
              return map.build(() -> new Clause.Accepted(finding.value(), at, by.value()));
            });
  }

  private Optional<String> code(YamlValue value) {
    return scalars
        .scalar(value, "the code of a finding")
        .flatMap(
            scalar ->
                scalar.text().matches("PL\\d{3}")
                    ? Optional.of(scalar.text())
                    : scalars.refuse(
                        scalar,
                        FindingCode.NOT_A_WORD,
                        "is not the code of a finding",
                        "write a code that check tells, such as PL348"));
  }
}
