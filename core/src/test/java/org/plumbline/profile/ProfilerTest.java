package org.plumbline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Precision;
import org.plumbline.profile.ColumnProfile.Kind;

class ProfilerTest {

  private static final String HEAD = "Invoice No | Received | Paid";

  private static ColumnProfile column(String name, String... lines) {
    return Sheets.profile(lines).named(name).orElseThrow();
  }

  @Test
  void dayAndMonthAreToldApartByTheCellsThatAllowOneOrderOnly() {
    ColumnProfile paid = column("Paid", HEAD, "1|3/1/2025|4/2/2025", "2|3/2/2025|4/25/2025");
    assertThat(paid.time().orElseThrow().dates()).containsExactly("M/d/yyyy");
    assertThat(paid.reason()).contains("month stands first", "1 cell");
    ColumnProfile other = column("Paid", HEAD, "1|3/1/2025|4/2/2025", "2|3/2/2025|25/4/2025");
    assertThat(other.time().orElseThrow().dates()).containsExactly("d/M/yyyy");
  }

  @Test
  void aColumnWithoutEvidenceFollowsTheOthersAndThenTheUsualOrder() {
    ColumnProfile received =
        column("Received", HEAD, "1|3/1/2025|25/4/2025", "2|3/2/2025|26/4/2025");
    assertThat(received.time().orElseThrow().dates()).containsExactly("d/M/yyyy");
    assertThat(received.reason()).contains("as in the other columns");
    ColumnProfile usual = column("Paid", HEAD, "1|3/1/2025|4/2/2025", "2|3/2/2025|4/5/2025");
    assertThat(usual.time().orElseThrow().dates()).containsExactly("M/d/yyyy");
    assertThat(usual.reason()).contains("--day-first");
  }

  @Test
  void mixedOrdersAreToldWithTheirRowsAndNotGuessed() {
    ColumnProfile paid =
        column(
            "Paid", HEAD, "1|3/1/2025|4/20/2025", "2|3/2/2025|4/25/2025", "3|3/2/2025|26/4/2025");
    assertThat(paid.notes()).anyMatch(note -> note.contains("mixed: row 4 has the day first"));
    assertThat(paid.time().orElseThrow().values()).doesNotContainKey(2);
  }

  @Test
  void severalWaysToWriteDatesAreToldAndRead() {
    ColumnProfile paid =
        column(
            "Paid", HEAD, "1|3/1/2025|4/20/2025", "2|3/2/2025|2025-04-25", "3|3/2/2025|5 May 2025");
    assertThat(paid.time().orElseThrow().dates())
        .containsExactlyInAnyOrder("M/d/yyyy", "yyyy-MM-dd", "d MMM yyyy");
    assertThat(paid.notes()).anyMatch(note -> note.contains("3 ways"));
    assertThat(paid.time().orElseThrow().values()).hasSize(3);
  }

  @Test
  void numbersOfDaysAreDatesWhereTheNameSpeaksOfTime() {
    ColumnProfile paid = column("Paid", HEAD, "1|3/1/2025|45748", "2|3/2/2025|45751");
    assertThat(paid.time().orElseThrow().dates()).containsExactly("excel-days");
    assertThat(paid.reason()).contains("as Excel counts them");
    ColumnProfile amount =
        column("Sum", HEAD + "|Sum", "1|3/1/2025|3/5/2025|45748", "2|3/2/2025|3/4/2025|45751");
    assertThat(amount.time()).isEmpty();
  }

  @Test
  void precisionIsWhatAllCellsSay() {
    String[] lines = {
      "Case | Opened | Closed",
      "1|2025-03-01 10:00|2025-03-02T11:00:05",
      "2|2025-03-02 11:30|2025-03-04T11:00:00"
    };
    assertThat(column("Opened", lines).time().orElseThrow().precision())
        .isEqualTo(Precision.MINUTE);
    assertThat(column("Closed", lines).time().orElseThrow().precision())
        .isEqualTo(Precision.INSTANT);
    assertThat(column("Closed", lines).time().orElseThrow().local()).isTrue();
    ColumnProfile some = column("Paid", HEAD, "1|3/1/2025|3/4/2025 10:00", "2|3/2/2025|3/25/2025");
    assertThat(some.time().orElseThrow().precision()).isEqualTo(Precision.DATE);
    assertThat(some.notes()).anyMatch(note -> note.contains("read as dates"));
  }

  @Test
  void titlesBlankRowsTotalsAndNotesAreNoRecords() {
    Profile profile =
        Sheets.profile(
            "Invoices, March 2025",
            "",
            HEAD + "|Amount",
            "1|3/1/2025|3/15/2025|10.50",
            "2|3/2/2025|3/16/2025|11.00",
            "Total|||21.50",
            "Exported on 4 April 2025");
    assertThat(profile.table().headerRow()).isEqualTo(3);
    assertThat(profile.table().rows()).hasSize(2);
    assertThat(profile.table().leftOut()).hasSize(2);
    assertThat(profile.remarks())
        .anyMatch(remark -> remark.contains("Row 6 (“Total”) adds up"))
        .anyMatch(remark -> remark.contains("Row 7 is a note"));
  }

  @Test
  void aKeyThatRepeatsIsJoinedByTheColumnThatMakesItWhole() {
    Profile profile =
        Sheets.profile(
            "Invoice No|Vendor|Received|Paid",
            "1|A|3/1/2025|3/15/2025",
            "2|A|3/1/2025|3/15/2025",
            "2|B|3/1/2025|3/16/2025");
    assertThat(profile.shape())
        .isInstanceOfSatisfying(
            Shape.Cases.class, cases -> assertThat(cases.key()).containsExactly(0, 1));
  }

  @Test
  void aKeyInTwoRowsIsToldWithBoth() {
    Profile profile =
        Sheets.profile(
            HEAD, "1|3/1/2025|3/15/2025", "2|3/1/2025|3/15/2025", "2|3/1/2025|3/15/2025");
    assertThat(profile.remarks())
        .anyMatch(remark -> remark.contains("“2” stands in rows 3 and 4, the same in every cell"));
  }

  @Test
  void numbersWrittenAsTextAreNumbers() {
    String[] lines = {
      HEAD + "|Amount|Share|Euro",
      "1|3/1/2025|3/15/2025|$1,234.50|95%|1.234,50",
      "2|3/1/2025|3/15/2025|$7|7.5%|0,5"
    };
    assertThat(column("Amount", lines).field().type()).isEqualTo(Field.Type.MONEY);
    assertThat(column("Amount", lines).field().decimal()).contains('.');
    assertThat(column("Share", lines).field().type()).isEqualTo(Field.Type.SHARE);
    assertThat(column("Euro", lines).field().decimal()).contains(',');
    assertThat(column("Euro", lines).reason()).contains("decimal comma");
  }

  @Test
  void whoSomebodyIsIsSensitive() {
    String[] lines = {
      HEAD + "|Contact|Note",
      "1|3/1/2025|3/15/2025|a@b.example|x",
      "2|3/1/2025|3/15/2025|c@d.example|y"
    };
    assertThat(column("Contact", lines).sensitive()).isTrue();
    assertThat(column("Contact", lines).reason()).contains("mail addresses");
    assertThat(column("Note", lines).sensitive()).isFalse();
  }

  @Test
  void rowsWithCaseTimeAndStateAreEvents() {
    Profile profile =
        Sheets.profile(
            "Ticket|Changed|Status",
            "1|3/1/2025 9:00|New",
            "1|3/1/2025 10:00|Closed",
            "2|3/13/2025 9:00|New",
            "2|3/14/2025 10:00|Closed");
    assertThat(profile.shape())
        .isInstanceOfSatisfying(
            Shape.Log.class,
            log -> {
              assertThat(log.cases()).isEqualTo(2);
              assertThat(log.first()).containsEntry("New", 2L);
            });
    assertThat(profile.of(Kind.STATE)).hasSize(1);
  }

  @Test
  void rowsOfMonthsWithNumbersAreFiguresCountedElsewhere() {
    Profile profile =
        Sheets.profile(
            "Month|Calls|Answered|% answered",
            "January 2025|1,000|950|95.0%",
            "February 2025|1,100|990|90.0%",
            "March 2025|1,200|1,140|99.0%",
            "April 2025|1,200|1,140|95.0%");
    assertThat(profile.shape())
        .isInstanceOfSatisfying(
            Shape.Monthly.class,
            monthly -> {
              assertThat(monthly.ratios()).hasSize(1);
              assertThat(monthly.ratios().get(0).of()).isEqualTo(2);
              assertThat(monthly.ratios().get(0).to()).isEqualTo(1);
            });
    assertThat(profile.remarks())
        .anyMatch(remark -> remark.contains("In row 4 “% answered” is not"));
  }

  @Test
  void whatIsUnclearIsSaidWithWhatWouldBeRight() {
    assertThat(Sheets.profile("Metric|Jan|Feb|Mar", "A|1|2|3", "B|1|2|3").shape())
        .isInstanceOfSatisfying(
            Shape.Unclear.class, unclear -> assertThat(unclear.found()).contains("side by side"));
    assertThat(Sheets.profile("A|B", "x|y", "z|w").shape())
        .isInstanceOfSatisfying(
            Shape.Unclear.class,
            unclear -> assertThat(unclear.found()).contains("no column holds"));
    assertThat(Profiler.profile(Sheets.grid("only a title"), Optional.empty())).isEmpty();
  }
}
