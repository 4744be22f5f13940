package org.plumbline.report.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Settlement;
import org.plumbline.register.SignOff;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * What an agreement says of an interagency agreement: the blocks of FS Forms 7600A and 7600B that
 * it feeds, and the rules by which the three have to fit together (TFM Vol. 1 Part 2 Chapter 4700,
 * Appendix 8).
 *
 * @param rules in the order in which they are looked at
 * @param terms blocks of 7600A, general terms and conditions
 * @param order blocks of 7600B, the order
 */
public record InteragencyTerms(List<Rule> rules, List<Entry> terms, List<Entry> order) {

  /** Copies the lists. */
  public InteragencyTerms {
    rules = List.copyOf(rules);
    terms = List.copyOf(terms);
    order = List.copyOf(order);
  }

  /**
   * A rule.
   *
   * @param id unique among the rules
   * @param rule as a sentence
   * @param holds empty: it cannot be said
   * @param because what it was held to
   */
  public record Rule(String id, String rule, Optional<Boolean> holds, String because) {}

  /**
   * A block of a form.
   *
   * @param block its number; a dash where editions of the form differ
   * @param value empty: the agreement does not say it
   */
  public record Entry(String block, String field, Optional<String> value) {}

  /** What the text and the sign-offs of a source say. */
  public static InteragencyTerms of(Source source) {
    Reader reader = new Reader(source);
    return new InteragencyTerms(reader.rules(), reader.terms(), reader.order());
  }

  private static final class Reader {
    private final Source source;
    private final Agreement agreement;
    private final Wording wording;
    private final LocalDate from;
    private final LocalDate until;

    Reader(Source source) {
      this.source = source;
      agreement = source.agreement();
      wording = source.wording();
      from = agreement.performancePeriod().from();
      until = agreement.performancePeriod().until();
    }

    List<Rule> rules() {
      List<Rule> rules = new ArrayList<>();
      Optional<Reference> general = reference("gt-and-c");
      Optional<Reference> order = reference("order");
      rules.add(
          new Rule(
              "agreement-within-gt-and-c",
              "The period of the agreement lies within that of the GT&C",
              general.flatMap(it -> within(from, until, it)),
              from + " to " + until + " in " + period(general)));
      rules.add(
          new Rule(
              "order-within-gt-and-c",
              "The period of the order lies within that of the GT&C",
              order.flatMap(
                  inner ->
                      inner.from().isPresent() && inner.until().isPresent()
                          ? general.flatMap(
                              outer -> within(inner.from().get(), inner.until().get(), outer))
                          : Optional.empty()),
              period(order) + " in " + period(general)));
      agreement.services().forEach((id, service) -> rules.add(inScope(id, service, order)));
      LocalDate first = agreement.amendment().map(Amendment::effective).orElse(from);
      rules.add(
          new Rule(
              "signed-before-first-day",
              "Both parties signed before the first day",
              signedBefore(first),
              "first day " + first));
      return rules;
    }

    private static Rule inScope(String id, Service service, Optional<Reference> order) {
      boolean priced = !service.fees().isEmpty();
      return new Rule(
          "service-in-order/" + id,
          (priced ? "The priced service “" : "The service “")
              + service.name()
              + "” is in the scope of the order",
          order.map(it -> it.scope().contains(id)),
          order.map(it -> "scope: " + String.join(", ", it.scope())).orElse("no order"));
    }

    private static Optional<Boolean> within(LocalDate from, LocalDate until, Reference outer) {
      return outer.from().isEmpty() || outer.until().isEmpty()
          ? Optional.empty()
          : Optional.of(!from.isBefore(outer.from().get()) && !until.isAfter(outer.until().get()));
    }

    private Optional<Boolean> signedBefore(LocalDate first) {
      int version = agreement.amendment().map(Amendment::number).orElse(0);
      List<SignOff> signed =
          source.register().signOffs().stream().filter(each -> each.version() == version).toList();
      return signed.isEmpty()
          ? Optional.empty()
          : Optional.of(
              List.of(Party.CUSTOMER, Party.PROVIDER).stream()
                  .allMatch(
                      party ->
                          signed.stream()
                              .anyMatch(
                                  each ->
                                      each.party().equals(party) && !each.on().isAfter(first))));
    }

    private Optional<Reference> reference(String kind) {
      return agreement.references().stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    private static String period(Optional<Reference> reference) {
      return reference
          .map(
              it ->
                  it.number()
                      + ": "
                      + it.from().map(Object::toString).orElse("?")
                      + " to "
                      + it.until().map(Object::toString).orElse("?"))
          .orElse("a document that the agreement does not name");
    }

    List<Entry> terms() {
      List<Entry> entries = new ArrayList<>();
      put(entries, "Header", "GT&C number", reference("gt-and-c").map(Reference::number));
      put(entries, "1", "Requesting agency", Optional.of(source.customer()));
      put(entries, "1", "Servicing agency", Optional.of(source.provider()));
      put(
          entries,
          "4",
          "Action",
          Optional.of(
              agreement
                  .amendment()
                  .map(it -> "Amendment " + it.number() + ": " + it.reason())
                  .orElse("New")));
      put(entries, "5", "Agreement period", Optional.of(from + " to " + until));
      put(entries, "6", "Recurring", Optional.of(recurring()));
      put(
          entries,
          "10",
          "Statutory authority",
          agreement.settlement().flatMap(Settlement::authority).or(() -> clauses("authorit")));
      put(entries, "–", "Scope", scope());
      put(entries, "–", "Roles and responsibilities", clauses("responsib", "role"));
      put(
          entries,
          "–",
          "Disputes",
          clauses("dispute")
              .or(() -> wording.part("reconsideration", "").map(Reading.Item::sentence)));
      put(entries, "–", "Termination", clauses("terminat"));
      return entries;
    }

    List<Entry> order() {
      List<Entry> entries = new ArrayList<>();
      put(entries, "Header", "Order number", reference("order").map(Reference::number));
      put(
          entries,
          "25",
          "Action",
          Optional.of(agreement.amendment().isPresent() ? "Modification" : "New"));
      put(entries, "27", "Performance period", Optional.of(from + " to " + until));
      for (Map.Entry<String, Service> service : agreement.services().entrySet()) {
        put(
            entries,
            "28",
            "Order line: " + service.getValue().name(),
            wording
                .part("services", service.getKey())
                .map(item -> item.sentence() + " " + String.join(" ", item.details())));
      }
      put(
          entries,
          "33",
          "Billing frequency",
          billing(
              service ->
                  service
                      .billing()
                      .flatMap(Service.Billing::every)
                      .map(every -> "each " + Wording.turn(every))));
      put(
          entries,
          "34",
          "Payment terms",
          billing(
              service ->
                  service.billing().flatMap(Service.Billing::payWithin).map(Numbers::amount)));
      return entries;
    }

    private static void put(
        List<Entry> entries, String block, String field, Optional<String> value) {
      entries.add(new Entry(block, field, value));
    }

    private Optional<String> billing(Function<Service, Optional<String>> of) {
      return joined(
          "; ",
          agreement.services().values().stream()
              .map(of)
              .flatMap(Optional::stream)
              .distinct()
              .toList());
    }

    private String recurring() {
      return switch (agreement.renewal().flatMap(Renewal::kind).orElse("none")) {
        case "automatic" -> "yes, renewed automatically";
        case "option" -> "no; may be renewed by option";
        default -> "no";
      };
    }

    private Optional<String> scope() {
      return joined("; ", agreement.services().values().stream().map(Service::name).toList())
          .or(() -> clauses("scope"));
    }

    private Optional<String> clauses(String... about) {
      return joined(
          " ",
          agreement.clauses().stream()
              .filter(clause -> Parts.isAbout(clause, about))
              .map(Clause::text)
              .map(String::strip)
              .toList());
    }

    private static Optional<String> joined(String between, List<String> texts) {
      return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(between, texts));
    }
  }
}
