package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;

/**
 * The whole life of one agreement, from an empty server to the amended text under which the next
 * period is counted: two people of two parties, step by step. How they do each step is theirs.
 */
final class Life {
  static final String TITLE = "From invoice to payment";
  static final String CUSTOMER = "Department of Examples";
  static final String PROVIDER = "Finance Service Center";
  private static final Metric ENTERED =
      new Metric("entered", "2. Provider enters it within two government workdays");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  private Life() {}

  /** A metric by what programs and what people call it. */
  record Metric(String id, String name) {}

  /** Lives it, days being those of a zone. */
  static void lived(Somebody ada, Somebody paul, URI link, ZoneId zone) throws IOException {
    begun(ada, paul, link);
    agreed(ada, paul, zone);
    watched(ada, paul);
    amended(ada, paul, LocalDate.now(zone));
  }

  private static void begun(Somebody ada, Somebody paul, URI link) {
    ada.begins(link, CUSTOMER);
    ada.adds(PROVIDER);
    String invitation = ada.invites("Paul Provider", "paul@provider.test", PROVIDER);
    ada.letsSign("Ada Customer");
    ada.letsSign("Paul Provider");
    paul.joins(invitation);
  }

  private static void agreed(Somebody ada, Somebody paul, ZoneId zone) throws IOException {
    String written = Files.readString(CHAIN.resolve("agreement.yaml"));
    ada.putsIn(written.replace(NEW_YORK.getId(), zone.getId()), PROVIDER);
    ada.sendsTheText();
    ada.comments(ENTERED, "Are two days enough in September?");
    paul.finds(TITLE);
    paul.resolves("Three are, and we propose them.");
    paul.supports(ENTERED);
    paul.proposes(text -> text.replace("{within: 2 workdays,", "{within: 1 workday,"));
    ada.takesTheirText();
    paul.signs();
    ada.signs();
    assertThat(ada.hashInForce()).isEqualTo(paul.hashInForce());
  }

  private static void watched(Somebody ada, Somebody paul) throws IOException {
    paul.brings("records.yaml", Files.readAllBytes(CHAIN.resolve("records.yaml")));
    paul.brings("invoices.csv", Files.readAllBytes(CHAIN.resolve("records/invoices.csv")));
    paul.delivers("2026-10");
    paul.measures("2026-10");
    // Entered within one workday: I1, I2, I3, I6 of six; I4 took four days and I5 two.
    ada.sees("2026-10", "66.7%");
    ada.explains(ENTERED, "I4", "invoices.csv");
    paul.issues("2026-10", "");
    paul.asksToLeaveOut("I4", ENTERED, "2026-10", "The invoice came without its number.");
    ada.grants("It did.");
    paul.measures("2026-10");
    ada.sees("2026-10", "80.0%");
    paul.issues("2026-10", "A request was granted");
    ada.accepts("2026-10");
    paul.givesNotice("Core system, on December 24");
    ada.receivesTheNotice();
    ada.callsAReview("Review of October");
    paul.decides("Invoices may be entered on the second workday");
  }

  /** From today on the second workday is in time; the period is counted under both texts. */
  private static void amended(Somebody ada, Somebody paul, LocalDate today) throws IOException {
    String hash = ada.hashInForce();
    paul.proposes(
        text ->
            text.replace(
                    "\ncalendar: ",
                    "\namendment: {number: 1, replaces: "
                        + hash
                        + ", effective: "
                        + today
                        + ", reason: One workday was too short, driver:"
                        + " customer-operations, transition: by-start}\n\ncalendar: ")
                .replace("{within: 1 workday,", "{within: 2 workdays,"));
    ada.takesTheirText();
    paul.signs();
    ada.signs();
    assertThat(ada.hashInForce()).isNotEqualTo(hash).isEqualTo(paul.hashInForce());
    LocalDate yesterday = today.minusDays(1);
    String written = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT).format(yesterday);
    paul.brings(
        "later.csv",
        ("invoice,received,forwarded,entered,approved,requested,paid,amount\nN1,"
                + String.join(",", Collections.nCopies(6, written))
                + ",75.00 USD\n")
            .getBytes(UTF_8));
    paul.brings(
        "records.yaml",
        Files.readString(CHAIN.resolve("records.yaml"))
            .replace("[invoices.csv]", "[invoices.csv, later.csv]")
            .getBytes(UTF_8));
    String period = yesterday.toString().substring(0, 7);
    paul.measures(period);
    ada.sees(period, "each case and period under the one in force");
    ada.explains(ENTERED, "N1", "later.csv");
    ada.sees("2026-10", "80.0%");
  }
}
