package org.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole agreement to start from, with a binding and made-up records that give a first report. Its
 * numbers are published targets; its file says of each where it comes from.
 *
 * @param name what it is asked for by; the folder of its resources
 * @param shows what it is about and what a reader can see in it
 * @param records the names of the files in its folder of records
 */
record Template(String name, String shows, List<String> records) {

  /** Copies the list. */
  Template {
    records = List.copyOf(records);
  }

  /** The months that the records of every template cover. */
  static final String PERIOD = "2025-10..2025-12";

  /** All templates, in the order of their names. */
  static final List<Template> ALL =
      List.of(
          new Template(
              "accounts-payable",
              "invoices: workdays by date, days before a due date, dollars, what waits at month's end",
              List.of("invoices.csv")),
          new Template(
              "application-hosting",
              "systems: availability, notice of outages, response times, money at risk",
              List.of(
                  "backups.csv",
                  "maintenance.csv",
                  "outages.csv",
                  "report-runs.csv",
                  "role-checks.csv")),
          new Template(
              "grants",
              "payments: schedules as groups, reports expected each month, books that must agree",
              List.of(
                  "balances.csv", "gtas.csv", "ratings.csv", "requests.csv", "treasury-items.csv")),
          new Template(
              "payroll-and-hr-actions",
              "pay periods, monthly figures, what a role attests, a result for each component",
              List.of("actions.csv", "attestations.csv", "files.csv", "pay-runs.csv")),
          new Template(
              "service-desk",
              "tickets and calls: open hours by severity, waits for the user, surveys, a backlog",
              List.of(
                  "calls.csv",
                  "long-calls.csv",
                  "problems.csv",
                  "survey.csv",
                  "tickets.csv",
                  "waits.csv")),
          new Template(
              "travel",
              "vouchers and bookings: mostly the customer's own duties, a drawn sample, averages",
              List.of(
                  "audits.csv",
                  "authorizations.csv",
                  "calls.csv",
                  "long-term-vouchers.csv",
                  "reservations.csv",
                  "statements.csv",
                  "trips.csv",
                  "vouchers.csv")));

  /** The template of a name. */
  static Optional<Template> named(String name) {
    return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  /** The names of all its files, as they lie in the folder it is made in. */
  List<String> files() {
    return Stream.concat(
            Stream.of("agreement.yaml", "records.yaml"),
            records.stream().map(record -> "records/" + record))
        .toList();
  }

  /** Writes all its files into a folder that has none of them. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("records"));
    for (String file : files()) {
      try (InputStream in =
          Objects.requireNonNull(
              Template.class.getResourceAsStream("templates/" + name + "/" + file), file)) {
        Files.copy(in, folder.resolve(file));
      }
    }
  }
}
