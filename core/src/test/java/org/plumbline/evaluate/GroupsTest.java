package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of cases (docs/meaning.md 14). */
class GroupsTest {

  private static final String END = "2027-02-01T00:00:00Z";

  private static final String RECORDS =
      """
      records:
        invoices:
          case: [vendor, number]
          moments: {accepted: date, scheduled: date, due: {at: accepted, plus: 30 days}}
          fields: {kind: text, lot: number, schedule: text, small: flag}
        schedules:
          groups: {of: invoices, by: [schedule]}
          case: [schedule]
          moments:
            accepted: {first: accepted, where: {kind: commercial}}
            scheduled: {first: scheduled}
            due: {last: due}
          fields: {kind: text, small: flag}
        lots:
          groups: {of: invoices, by: [lot, small]}
          case: [lot, small]
          moments: {accepted: {last: accepted}}
      metrics:
        schedules-in-time:
          name: Schedules within 25 days
          performing: provider
          records: schedules
          qualifies: {accepted: {missing: false}}
          clock: {starts: accepted, stops: scheduled}
          target: {within: 25 days, at-least: 98%}
        last-in-time:
          name: Schedules within 25 days of their last invoice
          performing: provider
          records: schedules
          clock: {starts: {last: accepted}, stops: scheduled}
          target: {within: 25 days, at-least: 98%}
        each-kind:
          name: Schedules by kind
          performing: provider
          records: schedules
          clock: {stops: scheduled}
          figure: {count: cases, where: {kind: commercial}}
          target: none
      """;

  private static final String INVOICES =
      """
      vendor,number,accepted,scheduled,kind,lot,schedule,small
      A,1,2026-10-01,2026-10-20,travel,1,S1,true
      A,2,2026-10-05,2026-10-20,commercial,1.0,S1,true
      B,1,2026-10-03,2026-10-21,commercial,2.50,S1,false
      B,2,2026-11-01,,commercial,2.5,S2,false
      C,1,2026-11-02,2026-12-20,commercial,,S3,true
      C,2,2026-11-03,2026-12-19,,3,S3,true
      D,1,2026-11-03,2026-12-19,commercial,3,,true
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void aGroupTakesItsMomentsFromItsMembers() throws IOException {
    try (SmallTables tables = SmallTables.load(folder, RECORDS, Map.of("invoices.csv", INVOICES))) {
      assertThat(tables.cases("schedules", END))
          .allSatisfy(line -> assertThat(line).contains(" | schedule S"))
          .satisfiesExactly(
              one ->
                  assertThat(one)
                      .startsWith("S1 | ")
                      .contains(" 2026-10-03 | ")
                      .contains("first scheduled 2026-10-20")
                      .contains("last due 2026-11-04")
                      .doesNotContain("| kind")
                      .doesNotContain("small"),
              two -> assertThat(two).startsWith("S2 | ").doesNotContain("first scheduled"),
              three -> assertThat(three).startsWith("S3 | ").contains("kind commercial"));
      assertThat(tables.counted("schedules-in-time", END))
          .containsExactly("2026-10: 1 of 1, 1", "2026-11: 0 of 2, 0", "2026-12: 0 of 0");
      assertThat(tables.counted("last-in-time", END))
          .containsExactly("2026-10: 1 of 1, 1", "2026-11: 0 of 2, 0", "2026-12: 0 of 0");
    }
  }

  @Test
  void whatIsNotSeenYetIsInNoGroup() throws IOException {
    try (SmallTables tables = SmallTables.load(folder, RECORDS, Map.of("invoices.csv", INVOICES))) {
      assertThat(tables.cases("schedules", "2026-10-04T12:00:00Z"))
          .singleElement()
          .asString()
          .contains("2026-10-03")
          .doesNotContain("first scheduled");
      assertThat(tables.cases("schedules", END)).hasSize(3);
    }
  }

  @Test
  void aTupleOfValuesIsAKeyOfPlainTexts() throws IOException {
    try (SmallTables tables = SmallTables.load(folder, RECORDS, Map.of("invoices.csv", INVOICES))) {
      assertThat(tables.cases("lots", END))
          .extracting(line -> line.substring(0, line.indexOf(" |")))
          .containsExactlyInAnyOrder("1 / true", "2.5 / false", "3 / true");
    }
  }

  @Test
  void anUnusableMemberMakesItsGroupUnusable() throws IOException {
    String bad =
        INVOICES
            + "E,1,2026-13-01,2026-12-19,commercial,3,S3,true\n"
            + "E,2,soon,2026-12-19,commercial,3,,true\n";
    try (SmallTables tables = SmallTables.load(folder, RECORDS, Map.of("invoices.csv", bad))) {
      assertThat(tables.cases("schedules", END))
          .anySatisfy(line -> assertThat(line).startsWith("S3 ").contains("unusable accepted"))
          .anySatisfy(line -> assertThat(line).startsWith(" | ").contains("unusable accepted"))
          .hasSize(4);
      assertThat(tables.counted("schedules-in-time", END))
          .containsExactly(
              "2026-10: 1 of 1, 1", "2026-11: 0 of 1, 0", "2026-12: 0 of 0, 2 unknown");
    }
  }
}
