package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarHolidaysTest {

  @Test
  void anEventWithoutEndIsOneDay() throws IOException {
    assertThat(read("DTSTART;VALUE=DATE:20261224", "SUMMARY:Eve").dates())
        .containsOnlyKeys(LocalDate.of(2026, 12, 24))
        .containsValue("Eve");
  }

  @Test
  void anEventOfSeveralDaysEndsTheDayBeforeItsEnd() throws IOException {
    assertThat(read("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227").dates())
        .containsOnlyKeys(
            LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
    assertThat(read("DTSTART;VALUE=DATE:20261224", "DURATION:P2D").dates()).hasSize(2);
  }

  @Test
  void aYearlyRuleRecursToItsEndOrTheLastYear() throws IOException {
    assertThat(read("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY;COUNT=3").dates())
        .containsOnlyKeys(
            LocalDate.of(2020, 5, 1), LocalDate.of(2021, 5, 1), LocalDate.of(2022, 5, 1));
    assertThat(read("DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY").dates()).hasSize(180);
    assertThat(
            read(
                    "DTSTART;VALUE=DATE:20261126",
                    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20281231")
                .dates())
        .containsOnlyKeys(
            LocalDate.of(2026, 11, 26), LocalDate.of(2027, 11, 25), LocalDate.of(2028, 11, 23));
    assertThat(
            read(
                    "DTSTART;VALUE=DATE:20200501",
                    "RRULE:FREQ=YEARLY;COUNT=3",
                    "EXDATE;VALUE=DATE:20210501",
                    "RDATE;VALUE=DATE:20210503")
                .dates())
        .containsOnlyKeys(
            LocalDate.of(2020, 5, 1), LocalDate.of(2021, 5, 3), LocalDate.of(2022, 5, 1));
  }

  @Test
  void aCancelledEventIsLeftOut() {
    assertThatThrownBy(() -> read("DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"))
        .hasMessageContaining("no all-day event");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:20261224T080000Z",
        "DTSTART;TZID=America/New_York:20261224T080000",
        "DTSTART;TZID=No/Where:20261224T080000",
        "DTSTART;VALUE=DATE:20261324",
        "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=DAILY",
        "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=SECONDLY",
        "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=YEARLY;INTERVAL=-4",
        "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=YEARLY;INTERVAL=0",
        "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=NEVER",
        "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:99991231",
        "DTSTART;VALUE=DATE:20261224\r\nDURATION:PT3H",
        "DTSTART;VALUE=DATE:99990101",
        "SUMMARY:nothing else",
      })
  void whatIsNoWholeDayIsRefused(String lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageContaining("days.ics");
  }

  @Test
  void aTimeZoneInTheFileIsNotNeeded() throws IOException {
    String zone =
        "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\nTZURL:http://localhost:1/x\r\nBEGIN:STANDARD\r\n"
            + "DTSTART:19701101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    assertThat(parse(zone + event("DTSTART;VALUE=DATE:20261224")).dates()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "RRULE:FREQ=YEARLY;INTERVAL=2000000000",
        "RRULE:FREQ=YEARLY;COUNT=2000000000",
        "RRULE:FREQ=MONTHLY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3",
        "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1",
      })
  @Timeout(20)
  void aRuleWithoutMeasureEnds(String rule) throws IOException {
    try {
      assertThat(read("DTSTART;VALUE=DATE:19710101", rule).dates())
          .hasSizeLessThanOrEqualTo(ICalendarHolidays.MAXIMUM_DAYS);
    } catch (RefusedInputException e) {
      assertThat(e).hasMessageContaining("days.ics");
    }
  }

  @Test
  void noBrokenFileIsMoreThanRefused() {
    long seed = 7;
    Random random = new Random(seed);
    String whole =
        event(
            "DTSTART;VALUE=DATE:20261224",
            "DTEND;VALUE=DATE:20261227",
            "RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=12");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder broken = new StringBuilder(whole);
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(broken.length() - 1);
        switch (random.nextInt(3)) {
          case 0 -> broken.setCharAt(at, (char) (32 + random.nextInt(96)));
          case 1 -> broken.delete(at, Math.min(broken.length(), at + 1 + random.nextInt(12)));
          default -> broken.insert(at, broken.substring(at, Math.min(broken.length(), at + 20)));
        }
      }
      try {
        assertThat(parse(broken.toString()).dates()).isNotEmpty();
      } catch (RefusedInputException e) {
        assertThat(e).hasMessageContaining("days.ics");
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + seed + ", mutation " + i + ":\n" + broken, e);
      }
    }
  }

  private static HolidayRule.Listed read(String... lines) throws IOException {
    return parse(event(lines));
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }

  private static HolidayRule.Listed parse(String components) throws IOException {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
            + components
            + "END:VCALENDAR\r\n";
    return ICalendarHolidays.read(
        "days.ics", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}
