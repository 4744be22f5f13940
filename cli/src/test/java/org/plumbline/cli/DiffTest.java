package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code diff}: whatever changed is said, in plain sentences. */
class DiffTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agreement: service-desk-2016 | agreement: desk | now: The agreement is called “desk”.",
        "title: Service desk, operations | title: Desk | - [-Service desk, operations-] {+Desk+}",
        "zone: UTC | zone: America/Denver | now: Dates and periods are read in the time of America/Denver.",
        "{name: Department of Examples, federal: true} | {name: Bureau, federal: true} | now: Customer: Bureau, a federal agency.",
        "federal: true} | federal: false} | now: Customer: Department of Examples.",
        "vendors: {name: Vendors of the department} | builders: {name: Builders} | Party builders (new)",
        "number: A1602-044 | number: A17 | now: This agreement goes with GT&C A17",
        "until: 2017-02-28, run-out: judged | until: 2017-02-28, run-out: dropped | now: Cases still open at its end are dropped.",
        "from: 2016-03-01, until: 2017-02-28 | from: 2016-03-01, until: 2017-12-31 | now: Performance runs from 2016-03-01 to 2017-12-31",
        "notice: 90 days | notice: 60 days | with notice of 60 days",
        "{until: 2016-03-31, money | {until: 2016-04-30, money | Until 2016-04-30 the service is being stabilized",
        "period: {every: month | period: {every: quarter | now: Figures are formed for each quarter",
        "partial: report-only | partial: judged | now: A first or last period that is not whole is judged like any other.",
        "[\"14:00-23:00\"] | [\"13:00-22:00\"] | now: The desk calendar is open Monday to Friday 13:00 to 22:00",
        "systems: [Incident system] | systems: [Ticket system] | now: Service desk, with Ticket system.",
        "opened: minute | opened: date | “opened” (a date)",
        "resolved: {last: resolution} | resolved: {first: resolution} | now: “resolved” is the first “resolution”.",
        "{type: number, read: at-stop} | {type: number, read: at-start} | “priority” (number, as at the start)",
        "sensitive: true | sensitive: false | - fields/caller/sensitive",
        "- {hold: awaiting-vendor, whose: vendors | - {hold: awaiting-vendor, whose: provider | now: Time held as “awaiting vendor” is the provider’s",
        "until: resolved, whose: provider | until: closed, whose: provider | now: Time in the stage “handling”, from “opened” to “closed”",
        "within: 5 workdays, then: continue | within: 5 workdays, then: ignore | now: Reopening changes nothing",
        "closed-by: closed | closed-by: resolved | now: A case with “resolved” but",
        "due: 5 workdays, final: 45 days | due: 6 workdays, final: 45 days | within 6 workdays after the period’s end",
        "method: automated-reporting | method: survey | by survey",
        "within: 132 hours, at-least: 80% | within: 130 hours, at-least: 80% | - minimum/4/within: 132 hours → 130 hours",
        "counts: [customer] | counts: [provider] | (the provider’s time alone, in desk hours)",
        "qualifies: {priority: 3} | qualifies: {priority: 4} | incidents whose priority is 4",
        "action: Corrective action plan | action: A plan | now: When the result is not met: A plan",
        "times: {at-least: 3, in: 6} | times: {at-least: 2, in: 6} | in at least 2 of 6 periods",
        "due: 10 workdays | due: 11 workdays | due 11 workdays after the report is issued",
        "of: 8 hours, per: month | of: 9 hours, per: month | at most 9 hours each month",
        "silence: accepted, decide-within | silence: rejected, decide-within | being taken as rejected",
        "{incident-volume: 9000} | {incident-volume: 9500} | above 9,500",
        "request-within: 10 workdays | request-within: 12 workdays | reconsidered within 12 workdays",
        "each-within: 10 workdays | each-within: 9 workdays | each deciding within 9 workdays",
        "issued-by: provider, due: 15 days | issued-by: provider, due: 16 days | within 16 days after the period’s end",
        "amount: 4 people | amount: 5 people | (5 people)",
        "text: This agreement states the service levels | text: This states the service levels | - text: This [-agreement-] states",
        "gao-16-325/10 | gao-16-325/11 | now: It satisfies gao-16-325/11.",
        "calendar: desk\\nperiod | period | was: Workdays are the days open in the desk calendar",
      })
  void whateverChangedIsSaid(String old, String young, String said) throws IOException {
    String text = Files.readString(example());
    String before = old.replace("\\n", "\n");
    assertThat(text).contains(before);
    int at = text.indexOf(before);
    String changed = text.substring(0, at) + young + text.substring(at + before.length());
    Shell.Run run = diff(text, changed);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s+", " ")).contains(said).doesNotContain("Nothing changed");
  }

  @Test
  void theOrderOfTurnsIsNotSilent() throws IOException {
    String text = Files.readString(example());
    String first = "      - {hold: awaiting-vendor, whose: vendors, placed-by: provider}\n";
    String second = "      - {hold: awaiting-problem, whose: provider, placed-by: provider}\n";
    assertThat(diff(text, text.replace(first + second, second + first)).out())
        .contains(
            "now: Where these overlap, the first of them counts: awaiting user, awaiting problem");
  }

  @Test
  void aSectionThatIsNewIsToldThingByThing() throws IOException {
    String text = Files.readString(example());
    String without = text.substring(0, text.indexOf("commitments:"));
    assertThat(diff(without, text).out())
        .contains("Commitment launch-support (new)", "Clause purpose (new)")
        .doesNotContain("{", "[");
  }

  private Shell.Run diff(String before, String after) throws IOException {
    Path old = Files.writeString(folder.resolve("old.yaml"), before);
    Path young = Files.writeString(folder.resolve("new.yaml"), after);
    return Shell.run("diff", old.toString(), young.toString());
  }

  private static Path example() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("TENETS.md"))) {
      root = Objects.requireNonNull(root.getParent(), "no TENETS.md above");
    }
    return root.resolve("examples/service-desk/agreement.yaml");
  }
}
