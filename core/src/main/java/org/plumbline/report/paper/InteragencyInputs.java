package org.plumbline.report.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Settlement;
import org.plumbline.register.SignOff;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Tone;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * What an agreement gives to an interagency agreement: the blocks of FS Form 7600A (general terms
 * and conditions) and 7600B (order) that it feeds, and whether the three fit together.
 */
public final class InteragencyInputs {

  private static final String OURS = "– (not in the agreement)";

  private final Source source;
  private final Agreement agreement;
  private final Wording wording;

  private InteragencyInputs(Source source) {
    this.source = source;
    agreement = source.agreement();
    wording = source.wording();
  }

  /** The document. */
  public static Document of(Source source) {
    InteragencyInputs inputs = new InteragencyInputs(source);
    return source.document(
        "Interagency agreement inputs: " + source.agreement().title(),
        List.of(inputs.rules(), inputs.terms(), inputs.order()));
  }

  private Document.Section rules() {
    List<Block.Row> rows = new ArrayList<>();
    LocalDate from = agreement.performancePeriod().from();
    LocalDate until = agreement.performancePeriod().until();
    Optional<Reference> terms = reference("gt-and-c");
    Optional<Reference> order = reference("order");
    rows.add(
        rule(
            "The period of the agreement lies within that of the GT&C",
            terms.flatMap(it -> within(from, until, it)),
            from + " to " + until + " in " + period(terms)));
    rows.add(
        rule(
            "The period of the order lies within that of the GT&C",
            order.flatMap(
                inner ->
                    inner.from().isPresent() && inner.until().isPresent()
                        ? terms.flatMap(
                            outer -> within(inner.from().get(), inner.until().get(), outer))
                        : Optional.empty()),
            period(order) + " in " + period(terms)));
    agreement
        .services()
        .forEach(
            (id, service) -> {
              boolean priced = !service.fees().isEmpty();
              rows.add(
                  rule(
                      (priced ? "The priced service “" : "The service “")
                          + service.name()
                          + "” is in the scope of the order",
                      order.map(it -> it.scope().contains(id)),
                      order
                          .map(it -> "scope: " + String.join(", ", it.scope()))
                          .orElse("no order")));
            });
    rows.add(
        rule("Both parties signed before the first day", signedBefore(from), "first day " + from));
    return new Document.Section(
        "rules",
        "Do the documents fit together?",
        "What the forms require of each other; a rule that cannot be held to anything says why.",
        List.of(
            new Block.Table(
                "Rules",
                List.of(
                    new Block.Column("Rule", false, 0),
                    new Block.Column("Holds", false, 0),
                    new Block.Column("Because", false, 0)),
                rows)));
  }

  private static Block.Row rule(String rule, Optional<Boolean> holds, String because) {
    return new Block.Row(
        List.of(
            Block.Cell.of(rule),
            holds
                .map(yes -> yes ? Block.Cell.of("yes", Tone.GOOD) : Block.Cell.of("no", Tone.BAD))
                .orElseGet(() -> Block.Cell.of("cannot be said", Tone.UNKNOWN)),
            Block.Cell.of(because)),
        false);
  }

  private static Optional<Boolean> within(LocalDate from, LocalDate until, Reference outer) {
    return outer.from().isEmpty() || outer.until().isEmpty()
        ? Optional.empty()
        : Optional.of(!from.isBefore(outer.from().get()) && !until.isAfter(outer.until().get()));
  }

  private Optional<Boolean> signedBefore(LocalDate first) {
    List<SignOff> signed = source.register().signOffs();
    return signed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of("customer", "provider").stream()
                .allMatch(
                    party ->
                        signed.stream()
                            .anyMatch(
                                each ->
                                    each.version() == 0
                                        && each.party().equals(party)
                                        && !each.on().isAfter(first))));
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

  private Document.Section terms() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "Header", "GT&C number", reference("gt-and-c").map(Reference::number).orElse(OURS)));
    rows.add(List.of("1", "Requesting agency", source.customer()));
    rows.add(List.of("1", "Servicing agency", source.provider()));
    rows.add(
        List.of(
            "4",
            "Action",
            agreement
                .amendment()
                .map(it -> "Amendment " + it.number() + ": " + it.reason())
                .orElse("New")));
    rows.add(
        List.of(
            "5",
            "Agreement period",
            agreement.performancePeriod().from() + " to " + agreement.performancePeriod().until()));
    rows.add(
        List.of(
            "6",
            "Recurring",
            agreement.renewal().flatMap(Renewal::kind).map(Wording::turn).orElse("no")));
    rows.add(
        List.of(
            "10",
            "Statutory authority",
            agreement
                .settlement()
                .flatMap(Settlement::authority)
                .or(() -> clauses("authorit"))
                .orElse(OURS)));
    rows.add(List.of("–", "Scope", scope()));
    rows.add(List.of("–", "Roles and responsibilities", clauses("responsib", "role").orElse(OURS)));
    rows.add(
        List.of(
            "–", "Disputes", clauses("dispute").or(() -> said("reconsideration")).orElse(OURS)));
    rows.add(List.of("–", "Termination", clauses("terminat").orElse(OURS)));
    return Parts.section(
        "7600a",
        "FS Form 7600A, general terms and conditions",
        List.of(
            Parts.text("Blocks whose numbers differ between editions of the form stand as –."),
            Parts.table(
                "Blocks of 7600A that the agreement feeds",
                List.of("Block", "Field", "From the agreement"),
                rows)));
  }

  private Document.Section order() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("Header", "Order number", reference("order").map(Reference::number).orElse(OURS)));
    rows.add(List.of("25", "Action", agreement.amendment().isPresent() ? "Modification" : "New"));
    rows.add(
        List.of(
            "27",
            "Performance period",
            agreement.performancePeriod().from() + " to " + agreement.performancePeriod().until()));
    agreement
        .services()
        .forEach(
            (id, service) -> rows.add(List.of("28", "Order line: " + service.name(), service(id))));
    rows.add(
        List.of(
            "33",
            "Billing frequency",
            billing(
                service -> service.billing().flatMap(Service.Billing::every).map(Wording::turn))));
    rows.add(
        List.of(
            "34",
            "Payment terms",
            billing(
                service ->
                    service
                        .billing()
                        .flatMap(Service.Billing::payWithin)
                        .map(org.plumbline.wording.Numbers::amount))));
    return Parts.section(
        "7600b",
        "FS Form 7600B, order",
        List.of(
            Parts.table(
                "Blocks of 7600B that the agreement feeds",
                List.of("Block", "Field", "From the agreement"),
                rows)));
  }

  private String billing(java.util.function.Function<Service, Optional<String>> of) {
    List<String> said =
        agreement.services().values().stream()
            .map(of)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return said.isEmpty() ? OURS : String.join("; ", said);
  }

  private String service(String id) {
    return wording
        .part("services", id)
        .map(item -> item.sentence() + " " + String.join(" ", item.details()))
        .orElse(OURS);
  }

  private String scope() {
    List<String> names = agreement.services().values().stream().map(Service::name).toList();
    return names.isEmpty() ? clauses("scope").orElse(OURS) : String.join("; ", names);
  }

  private Optional<String> clauses(String... about) {
    List<String> texts =
        agreement.clauses().stream()
            .filter(clause -> Parts.isAbout(clause, about))
            .map(Clause::text)
            .map(String::strip)
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
  }

  private Optional<String> said(String part) {
    Optional<Reading.Item> item = wording.part(part, "");
    return item.map(Reading.Item::sentence);
  }
}
