package org.plumbline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;

/**
 * What the key tasks 3.14, 3.16, 4.19 and 5.9 of the M3 Playbook, its guidance on contact centers,
 * ISO/IEC 20000-1 and the criteria for quality service management offices ask of the surroundings
 * of an agreement: who hears of it, on what it rests, how it is managed.
 */
final class KeyTasks {

  private static final String M3 = "M3 Playbook ";
  private static final String QSMO = "QSMO criteria";

  private final Agreement agreement;
  private final Companions documents;
  private final List<Row> rows = new ArrayList<>();

  private KeyTasks(Agreement agreement, Companions documents) {
    this.agreement = agreement;
    this.documents = documents;
  }

  static List<Row> of(Agreement agreement, Companions documents) {
    KeyTasks tasks = new KeyTasks(agreement, documents);
    tasks.m3();
    tasks.others();
    return tasks.rows;
  }

  private void m3() {
    part(
        "3.14",
        "The concept of operations it rests on",
        documents.conops().map(conops -> "includes, " + conops.id()),
        "write includes: {conops: conops.yaml}");
    part(
        "3.14",
        "The retained organization",
        documents
            .conops()
            .filter(conops -> !conops.retained().isEmpty())
            .map(conops -> "conops, " + String.join(", ", conops.retained().keySet())),
        "write retained: in the concept of operations");
    clause(
        M3 + "3.17",
        "A contact center: tiers, hand-offs and routing, ownership of tickets, technology, call"
            + " metrics, training, knowledge",
        "m3/contact-center",
        "contact center|service desk|help desk",
        process("contact center|service desk|help desk"));
    clause(
        M3 + "3.16",
        "Capabilities, processes and tools of performance management",
        "m3/performance-management",
        "performance management|dashboard",
        tools());
    clause(
        M3 + "3.16",
        "Stakeholders' buy-in to the metrics",
        "m3/buy-in",
        "buy-in|stakeholder",
        askedFor());
    part(
        "3.16",
        "Existing metrics of the provider were gone through",
        documents.offer().map(offer -> "includes, " + offer.id()),
        "write includes: {offer: offer.yaml}");
    part(
        "3.16",
        "Provider agreement and life-cycle cost estimate are named",
        references("provider-agreement", "lcce"),
        "write references: with kind: provider-agreement and kind: lcce");
    part(
        "3.16",
        "What success is, as set in 1.6",
        documents.successMetrics().map(success -> "includes, " + success.id()),
        "write includes: {success-metrics: success.yaml}");
    part("3.16", "The QSMO is informed", qsmo(), "write parties: {qsmo: …}");
    part(
        "4.19",
        "The order or contract that it is an input to",
        references("order", "gt-and-c"),
        "write references: with kind: order or kind: gt-and-c");
    part(
        "5.9",
        "What the customer requires, to set capabilities against",
        documents.requirements().map(needs -> "includes, " + needs.id()),
        "write includes: {requirements: requirements.yaml}");
  }

  private void others() {
    rows.add(
        Row.of(
            "ISO/IEC 20000-1, 8.3.3",
            "Improvement where targets are missed",
            actions().isPresent(),
            actions().orElse(""),
            "write a remedy with action: and name it in metrics"));
    clause(
        QSMO,
        "Customers see where a request stands, and are asked about each",
        "qsmo/request-state",
        "state of (a|each|their) request|survey",
        Optional.empty());
    clause(
        QSMO,
        "The change control board has customers in it",
        "qsmo/change-board",
        "change (control )?board|change advisory",
        changes());
    clause(
        QSMO,
        "Changes of services and prices are told",
        "qsmo/changes",
        "changes? (of|to|in) (the )?(services?|prices?|fees?)",
        Optional.empty());
  }

  private void part(String task, String asked, Optional<String> by, String mend) {
    rows.add(Row.of(M3 + task, asked, by.isPresent(), by.orElse(""), mend));
  }

  private void clause(
      String source, String asked, String id, String words, Optional<String> other) {
    rows.add(Clauses.row(source, asked, id, words, other, agreement));
  }

  private Optional<String> process(String words) {
    Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    return documents
        .conops()
        .flatMap(
            conops ->
                conops.processes().entrySet().stream()
                    .filter(e -> pattern.matcher(e.getValue().name()).find())
                    .map(e -> "conops, process " + e.getKey())
                    .findFirst());
  }

  /** Where records come from and how, and when they are reported. */
  private Optional<String> tools() {
    boolean all =
        !agreement.records().isEmpty()
            && agreement.reports().isPresent()
            && agreement.records().values().stream()
                .allMatch(set -> set.delivery().filter(KeyTasks::isManaged).isPresent());
    return all ? Optional.of("delivery of each record set, reports") : Optional.empty();
  }

  private static boolean isManaged(Delivery delivery) {
    return delivery.source().isPresent() && delivery.method().isPresent();
  }

  /** Each metric is asked for by a requirement or a success metric. */
  private Optional<String> askedFor() {
    List<String> asked =
        Stream.concat(
                documents.requirements().stream()
                    .flatMap(all -> all.requirements().values().stream())
                    .flatMap(need -> need.metrics().stream()),
                documents.successMetrics().stream()
                    .flatMap(all -> all.successMetrics().values().stream())
                    .flatMap(wanted -> wanted.serves().stream()))
            .toList();
    return !agreement.metrics().isEmpty() && asked.containsAll(agreement.metrics().keySet())
        ? Optional.of("each metric is asked for by a requirement or a success metric")
        : Optional.empty();
  }

  private Optional<String> references(String... kinds) {
    List<String> found =
        agreement.references().stream()
            .filter(reference -> List.of(kinds).contains(reference.kind()))
            .map(reference -> reference.kind() + " " + reference.number())
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
  }

  private Optional<String> qsmo() {
    return agreement.parties().containsKey("qsmo")
        ? Optional.of("parties, qsmo")
        : documents
            .conops()
            .filter(
                conops ->
                    conops.areas().values().stream()
                        .anyMatch(area -> area.informed().contains("qsmo")))
            .map(conops -> "conops, informed");
  }

  private Optional<String> actions() {
    List<String> actions =
        agreement.remedies().entrySet().stream()
            .filter(e -> e.getValue().effect() instanceof Remedy.Effect.Action)
            .map(Map.Entry::getKey)
            .filter(
                id ->
                    agreement.metrics().values().stream().anyMatch(m -> m.remedies().contains(id)))
            .toList();
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of("remedies " + String.join(", ", actions));
  }

  /** An area of changes in which the customer has a word. */
  private Optional<String> changes() {
    return documents
        .conops()
        .flatMap(
            conops ->
                conops.areas().entrySet().stream()
                    .filter(
                        e ->
                            e.getValue()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("change"))
                    .filter(e -> hears(e.getValue()))
                    .map(e -> "conops, area " + e.getKey())
                    .findFirst());
  }

  private static boolean hears(Conops.Area area) {
    return Stream.of(
            area.accountable().stream(), area.responsible().stream(), area.consulted().stream())
        .flatMap(roles -> roles)
        .anyMatch(role -> role.startsWith("customer"));
  }
}
