package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.difference.Redline;

/** {@code diff} with its redline, the cost of what remains, and a folder of versions. */
class DiffOverVersionsTest {

  private static final Path EXAMPLE = Path.of("../docs/formats/difference-example.json");

  private static final String ORIGINAL =
      """
      plumbline: 1
      agreement: desk
      title: A desk
      zone: UTC
      parties:
        customer: {name: Department of Examples, federal: true}
        provider: {name: Example Services}
      performance-period: {from: 2026-10-01, until: 2027-09-30}
      period: {every: month}
      calendar: office
      calendars:
        office: {hours: {mon-fri: ["09:00-17:00"]}}
      services:
        desk:
          name: Service desk
          fees: [{amount: 41200.00 USD, per: month}, {amount: 3.10 USD, per: volume}]
          billing: {every: month, pay-within: 30 days}
      records:
        calls:
          case: [number]
          moments: {opened: date, closed: date}
      metrics:
        in-time:
          name: Calls closed in time
          service: desk
          performing: provider
          records: calls
          clock: {starts: opened, stops: closed}
          target: {within: 5 workdays, at-least: 98%}
        volume:
          name: Calls
          performing: provider
          records: calls
          clock: {stops: closed}
          figure: {count: cases}
          target: none
      pools:
        at-risk: {of: fees, share: 10%, per: month}
      clauses:
        - {id: purpose, heading: Purpose, text: The provider answers calls of employees.}
        - {id: access, heading: Access, text: The customer gives access.}
      """;

  @TempDir private Path folder;

  private String amended(String hash) {
    return ORIGINAL
        .replace(
            "period: {every: month}\n",
            "period: {every: month}\n"
                + "amendment: {number: 1, replaces: "
                + hash
                + ", effective: 2027-03-15, reason: Volume, driver: customer-operations}\n")
        .replace("41200.00 USD", "43260.00 USD")
        .replace("\"09:00-17:00\"", "\"08:00-17:00\"")
        .replace("answers calls of employees", "answers all calls and messages of employees");
  }

  private Path versions() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("desk/versions"));
    Files.writeString(versions.resolve("original.yaml"), ORIGINAL);
    String hash = "plumbline1:sha-256:" + "0".repeat(64);
    Files.writeString(versions.resolve("one.yaml"), amended(hash));
    return folder.resolve("desk");
  }

  /** 6 months from April and 17 of 31 days of March: worked by hand in the assertions. */
  @Test
  void theCostOfWhatRemainsIsSaidToTheCentWithItsArithmetic() throws IOException {
    String out = diff("--quantity", "volume=1000").replaceAll("\\s+", " ");
    // 41,200 × 17/31 = 22,593.548… → 22,593.55; + 6 × 41,200 = 269,793.55
    // 43,260 × 17/31 = 23,723.225… → 23,723.23; + 6 × 43,260 = 283,283.23
    // 3,100 × 17/31 = 1,700.00; + 6 × 3,100 = 20,300.00
    assertThat(out)
        .contains(
            "fees come to 290,093.55 USD by the terms before and to 303,583.23 USD after: 13,489.68"
                + " USD more.")
        .contains("41,200.00 USD × 6 17/31 months = 269,793.55 USD (2027-03-15 to 2027-09-30)")
        .contains("43,260.00 USD × 6 17/31 months = 283,283.23 USD")
        .contains("3.10 USD × 1,000 each period × 6 17/31 periods = 20,300.00 USD")
        // 10 % of (22,593.55 + 1,700.00) = 2,429.355 → 2,429.35; 10 % of 44,300 = 4,430.00, 6 times
        // 10 % of (23,723.23 + 1,700.00) = 2,542.323 → 2,542.32; 10 % of 46,360 = 4,636.00, 6 times
        .contains("At risk in the pool “at-risk”: 29,009.35 USD before, 30,358.32 USD after.")
        .contains("7600A: it touches blocks 4 (action", "9 (estimated agreement amount)")
        .contains("26 (funding modification summary by line), 28 (order line");
  }

  @Test
  void aFeeForEachHasNoCostWithoutAQuantity() throws IOException {
    assertThat(diff().replaceAll("\\s+", " "))
        .contains("an amount that is not known", "give it with --quantity METRIC=NUMBER")
        .contains("At risk in the pool “at-risk”: not known before, not known after.");
    assertThat(Shell.run("diff", versions().toString(), "--quantity", "volumes=1").err())
        .contains("no version has a metric volumes");
  }

  @Test
  void proseIsToldWordByWord() throws IOException {
    assertThat(diff())
        .contains(
            "  - text: The provider answers {+all+} calls {+and messages+} of employees.",
            "Clause purpose")
        .doesNotContain("now: Purpose");
  }

  @Test
  void aCalendarThatChangedIsSaidWithTheMetricsThatItTimes() throws IOException {
    assertThat(diff().replaceAll("\\s+", " "))
        .contains(
            "The calendar office has other days or hours, by which the time of “Calls closed in"
                + " time” is counted");
  }

  @Test
  void aFolderIsToldEachVersionToTheNext() throws IOException {
    String out = Shell.run("diff", versions().toString()).out();
    assertThat(out).startsWith("From ").contains("original.yaml to ", "one.yaml\n");
    assertThat(Shell.run("diff", folder.resolve("desk/versions").toString()).out()).isEqualTo(out);
    assertThat(Shell.run("diff", folder.toString()).err()).contains("fewer than two versions");
  }

  @Test
  void thePageHasStruckAndInsertedWordsForThoseWhoListenToo() throws IOException {
    Path page = folder.resolve("redline.html");
    Shell.Run run = Shell.run("diff", versions().toString(), "-o", page.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page))
        .contains(
            "<ins><span class=\"hidden\">inserted: </span>all<span class=\"hidden\"> (end of"
                + " inserted)</span></ins>")
        .contains("Cost of the remaining period")
        .doesNotContain("Every figure can be recomputed");
  }

  /** That the example is valid by its schema is tested in core. */
  @Test
  void theDataAreThoseOfTheExample() throws IOException {
    String steps = Shell.run("diff", versions().toString(), "--format", "json").out();
    assertThat(Json.read(steps)).isEqualTo(Json.read(Files.readString(EXAMPLE)));
    Path versions = versions().resolve("versions");
    String one =
        Shell.run(
                "diff",
                versions.resolve("original.yaml").toString(),
                versions.resolve("one.yaml").toString(),
                "--format",
                "json")
            .out();
    assertThat(Json.read(one).get("groups"))
        .isEqualTo(Json.read(steps).get("steps").get(0).get("groups"));
  }

  @Test
  void theFewestWordsAreStruckAndInserted() {
    assertThat(Redline.between("a b c d", "a x c d e").runs())
        .extracting(run -> run.kind() + " " + run.text())
        .containsExactly("SAME a", "STRUCK b", "INSERTED x", "SAME c d", "INSERTED e");
    assertThat(Redline.between("", "new").runs()).hasSize(1);
    assertThat(Redline.between("a  b\n", "a b").runs()).hasSize(1);
  }

  private String diff(String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "diff";
    arguments[1] = versions().toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    Shell.Run run = Shell.run(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run.out();
  }
}
