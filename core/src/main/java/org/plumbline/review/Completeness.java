package org.plumbline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.companion.Companions;
import org.plumbline.agreement.companion.Conops;

/**
 * What others ask an agreement to contain: the ten practices of GAO-16-325, the key tasks of the M3
 * Playbook, ISO/IEC 20000-1:2018 8.3.3, the criteria for quality service management offices.
 */
final class Completeness {

  private static final String GAO = "GAO-16-325, ";
  private static final String M3 = "M3 Playbook ";
  private static final String ISO = "ISO/IEC 20000-1, 8.3.3";
  private static final String QSMO = "QSMO criteria";

  private final Agreement agreement;
  private final Optional<Conops> conops;
  private final List<Row> rows = new ArrayList<>();

  private Completeness(Agreement agreement, Optional<Conops> conops) {
    this.agreement = agreement;
    this.conops = conops;
  }

  static List<Row> of(Agreement agreement, Companions documents) {
    Completeness completeness = new Completeness(agreement, documents.conops());
    completeness.practices();
    completeness.contents();
    completeness.standards();
    completeness.rows.addAll(KeyTasks.of(agreement, documents));
    return completeness.rows;
  }

  private void practices() {
    practice(1, "Roles and responsibilities of all parties", "\\bresponsib|\\broles?\\b", areas());
    practice(
        2,
        "Key terms are defined, with dates",
        "\\bdefinition",
        have(agreement.definitions().size(), "definition"));
    practice(3, "Clear measures of performance, and who measures", "\\bmeasure", measures());
    practice(
        4,
        "How and when the customer gets at its data and networks",
        "access to|\\bdata\\b|\\bnetwork",
        none());
    practice(
        5, "How performance is monitored, and confirmed by audit", "\\baudit|\\bmonitor", none());
    practice(6, "Disaster recovery and continuity, tested", "\\brecover|\\bcontinuity", none());
    practice(
        7,
        "When performance is excepted, such as planned maintenance",
        "\\bexcept|\\bmaintenance",
        have(agreement.exclusions().size(), "exclusion"));
    practice(8, "Security is measured", "\\bsecur", security());
    practice(9, "Notice of a breach of security", "\\bbreach|\\bincident", none());
    practice(10, "Consequences that can be enforced", "\\bconsequence|\\bdispute", remedies());
  }

  private void practice(int number, String asked, String words, Optional<String> other) {
    rows.add(Clauses.row(GAO + number, asked, "gao-16-325/" + number, words, other, agreement));
  }

  private void contents() {
    m3("4.4", "Period of performance", Optional.of("performance-period"), "");
    m3(
        "4.4",
        "Roles in operation and maintenance",
        areas(),
        "write areas: with accountable: in the concept of operations");
    m3(
        "4.4",
        "Option periods, or that there are none",
        agreement.renewal().map(any -> "renewal"),
        "write renewal:");
    clause("3.18", "Security requirements tied to the service levels", "security", "\\bsecur");
    rows.add(
        Clauses.row(
            M3 + "3.18",
            "How disputes are identified and resolved",
            "m3/disputes",
            "\\bdispute",
            agreement
                .reconsideration()
                .flatMap(r -> r.clause())
                .map(id -> "reconsideration, clause " + id),
            agreement));
    clause("3.18", "Terms of a later migration", "migration", "\\bmigrat|\\bexit\\b|returns? all");
    clause("4.4", "Termination and exit criteria", "termination", "\\bterminat");
    m3("3.18", "Services with their cost", fees(), "write services: with fees:");
    m3("5.9", "Payment terms", billing(), "write billing: {every: …, pay-within: …} for a service");
    m3("3.18", "Metrics belong to services in scope", inScope(), "write service: for each promise");
    m3("3.16", "Metrics and targets", measures(), "write metrics: with a target:");
    m3("3.16", "What follows when a target is missed", remedies(), "write remedies: and name them");
    m3(
        "3.16",
        "How a result is put to question and issues are resolved",
        agreement.reconsideration().map(any -> "reconsideration"),
        "write reconsideration:");
    m3(
        "4.19",
        "Process steps beside the agreement",
        steps(),
        "write includes: {conops: conops.yaml}");
    m3(
        "4.19",
        "Support in the stabilization period",
        support(),
        "write a commitment until the end of stabilization");
    m3(
        "5.9",
        "A measure of how the customer responds",
        responsiveness(),
        "write a metric with performing: customer");
    m3(
        "5.9",
        "A measure of quality, not of time alone",
        quality(),
        "write a metric whose figure is no share in time");
    m3(
        "5.3",
        "When performance is reported",
        agreement.reports().map(any -> "reports"),
        "write reports: {due: …}");
    m3(
        "5.3",
        "A review once a year at least",
        commitment("review"),
        "write a commitment to review every year");
  }

  private void standards() {
    rows.add(row(ISO, "Service level targets", measures(), "write metrics: with a target:"));
    rows.add(
        row(ISO, "Limits of work", workload(), "write an exclusion with workload: {limits: …}"));
    rows.add(
        row(
            ISO,
            "Exceptions",
            have(agreement.exclusions().size(), "exclusion"),
            "write exclusions:"));
    rows.add(
        row(
            ISO,
            "Actual workload is reported against its limits",
            activity(),
            "write a metric with target: none that counts the work"));
    rows.add(
        row(
            QSMO,
            "Measures are reviewed yearly, with prices",
            commitment("review"),
            "write a commitment to review every year"));
    rows.add(
        row(
            QSMO,
            "Results are shared at least monthly",
            monthly(),
            "write period: {every: month} and reports:"));
    clauseRow(
        QSMO, "Recovery time and recovery point, tested yearly", "qsmo/recovery", "\\brecover");
  }

  private void m3(String task, String asked, Optional<String> by, String mend) {
    rows.add(row(M3 + task, asked, by, mend));
  }

  private void clause(String task, String asked, String id, String words) {
    clauseRow(M3 + task, asked, "m3/" + id, words);
  }

  private void clauseRow(String source, String asked, String id, String words) {
    rows.add(Clauses.row(source, asked, id, words, agreement));
  }

  private static Row row(String source, String asked, Optional<String> by, String mend) {
    return Row.of(source, asked, by.isPresent(), by.orElse(""), mend);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Optional<String> have(long count, String word) {
    return count == 0 ? none() : Optional.of(count + " " + word + (count == 1 ? "" : "s"));
  }

  private Optional<String> areas() {
    long answered =
        conops.stream()
            .flatMap(c -> c.areas().values().stream())
            .filter(area -> area.accountable().isPresent())
            .count();
    return answered == 0
        ? none()
        : Optional.of("conops, " + answered + (answered == 1 ? " area" : " areas"));
  }

  private long metrics(Predicate<Metric> which) {
    return agreement.metrics().values().stream().filter(which).count();
  }

  private static boolean isPromised(Metric metric) {
    return !(metric.target() instanceof Level.NotPromised);
  }

  private Optional<String> measures() {
    boolean supplied =
        agreement.records().values().stream()
            .anyMatch(
                set ->
                    set.delivery().map(Delivery::suppliedBy).filter(s -> !s.isEmpty()).isPresent());
    return supplied ? have(metrics(Completeness::isPromised), "metric") : none();
  }

  private Optional<String> remedies() {
    return have(
            agreement.remedies().keySet().stream()
                .filter(id -> metrics(metric -> metric.remedies().contains(id)) > 0)
                .count(),
            "remed")
        .map(text -> text.replaceAll("remeds?$", text.startsWith("1 ") ? "remedy" : "remedies"));
  }

  private Optional<String> fees() {
    return have(
        agreement.services().values().stream().filter(s -> !s.fees().isEmpty()).count(), "service");
  }

  private Optional<String> billing() {
    return agreement.services().values().stream()
            .anyMatch(s -> s.billing().flatMap(b -> b.payWithin()).isPresent())
        ? Optional.of("billing")
        : none();
  }

  /** Metrics that bear the label of security. */
  private Optional<String> security() {
    List<String> metrics =
        agreement.metrics().entrySet().stream()
            .filter(e -> isPromised(e.getValue()))
            .filter(e -> e.getValue().labels().type().filter("Security"::equals).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return metrics.isEmpty()
        ? none()
        : Optional.of((metrics.size() == 1 ? "metric " : "metrics ") + String.join(", ", metrics));
  }

  private Optional<String> inScope() {
    long outside =
        metrics(
            m -> isPromised(m) && m.service().isEmpty() && !m.records().startsWith("register/"));
    return agreement.services().isEmpty() || outside > 0
        ? none()
        : Optional.of("service of each metric");
  }

  private Optional<String> steps() {
    return conops.flatMap(
        c -> have(c.processes().values().stream().mapToLong(p -> p.steps().size()).sum(), "step"));
  }

  private Optional<String> support() {
    return agreement
        .stabilization()
        .flatMap(
            period ->
                agreement.commitments().entrySet().stream()
                    .filter(e -> e.getValue().performing().equals(Party.PROVIDER))
                    .filter(
                        e ->
                            e.getValue()
                                .until()
                                .filter(d -> !d.isBefore(period.until()))
                                .isPresent())
                    .map(e -> "commitment " + e.getKey())
                    .findFirst());
  }

  private Optional<String> responsiveness() {
    return have(metrics(m -> isPromised(m) && m.performing().equals(Party.CUSTOMER)), "metric");
  }

  private Optional<String> quality() {
    return have(
        metrics(
            m ->
                isPromised(m)
                    && !(m.figureOrDefault() instanceof Quantity.ShareInTime)
                    && !(m.figureOrDefault() instanceof Quantity.ShareOfAvailableTime)),
        "metric");
  }

  private Optional<String> commitment(String word) {
    return agreement.commitments().entrySet().stream()
        .filter(e -> isAbout(e.getKey(), e.getValue(), word))
        .map(e -> "commitment " + e.getKey())
        .findFirst();
  }

  private static boolean isAbout(String id, Commitment commitment, String word) {
    return commitment.every().isPresent()
        && (id.contains(word)
            || commitment.what().toLowerCase(java.util.Locale.ROOT).contains(word));
  }

  private Optional<String> workload() {
    return agreement.exclusions().entrySet().stream()
        .filter(e -> e.getValue().ground() instanceof Exclusion.Ground.Workload)
        .map(e -> "exclusion " + e.getKey())
        .findFirst();
  }

  private Optional<String> activity() {
    return have(metrics(m -> !isPromised(m)), "metric");
  }

  private Optional<String> monthly() {
    boolean monthly =
        agreement.reports().isPresent()
            && agreement
                .period()
                .flatMap(terms -> terms.every())
                .filter(every -> every.equals("month") || every.equals("week"))
                .isPresent();
    return monthly ? Optional.of("period, reports") : none();
  }
}
