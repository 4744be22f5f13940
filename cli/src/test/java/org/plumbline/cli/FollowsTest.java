package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from results knows of the reports that the register says were issued. */
class FollowsTest {
  @TempDir private Path folder;

  @Test
  void aCreditThatNobodyAsksForLapsesOnlyOnceItsReportIsKnownToBeIssued() throws IOException {
    desk();
    assertThat(february()).contains("200.00 USD  proposed");

    Files.writeString(
        folder.resolve("register.yaml"),
        """
        plumbline: 1
        register: small-desk
        issued:
          - {period: 2026-02, on: 2026-03-05, by: provider}
        """);

    assertThat(february()).contains("200.00 USD  lapsed");
    assertThat(february("--known-at", "2026-03-04")).contains("200.00 USD  proposed");
  }

  private String february(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("evaluate", folder.toString(), "--period", "2026-02", "--as-of", "2026-05-15"));
    words.addAll(List.of(more));
    Shell.Run run = Shell.run(words.toArray(String[]::new));
    assertThat(run.code()).as(run.all()).isZero();
    return run.out();
  }

  private void desk() throws IOException {
    Files.createDirectories(folder.resolve("records"));
    Files.writeString(
        folder.resolve("records/requests.csv"),
        "number,opened,answered\nR1,2026-02-02,2026-02-04\nR2,2026-02-03,2026-02-20\n");
    Files.writeString(
        folder.resolve("agreement.yaml"),
        """
        plumbline: 1
        agreement: small-desk
        title: A small service desk
        zone: America/New_York
        parties:
          customer: {name: Department of Examples}
          provider: {name: Example Services}
        performance-period: {from: 2026-01-01, until: 2026-12-31}
        period: {every: month}
        services:
          desk: {name: Service desk, fees: [{amount: 10000 USD, per: month}]}
        records:
          requests:
            case: [number]
            moments: {opened: date, answered: date}
        metrics:
          answered-in-time:
            name: Requests answered in time
            performing: provider
            service: desk
            records: requests
            clock: {starts: opened, stops: answered}
            target: {within: 5 days, at-least: 80%}
            remedies: [credit]
        remedies:
          credit: {when: {result: not-met}, credit: {of: fees, amount: 2%}}
        settlement: {authority: Clause 9, request-within: 30 days}
        """);
  }
}
