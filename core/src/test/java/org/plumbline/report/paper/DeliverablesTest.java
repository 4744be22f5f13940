package org.plumbline.report.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import org.plumbline.register.Register;
import org.plumbline.report.Block;

class DeliverablesTest {
  private static final Source SOURCE = SlaDocumentTest.source(Register.none("x"));

  private static List<String> days() {
    Block.Table table = (Block.Table) Deliverables.of(SOURCE).sections().get(0).blocks().get(0);
    return table.rows().stream()
        .map(row -> row.cells().get(0).text() + " " + row.cells().get(2).text())
        .toList();
  }

  /**
   * October 2026 ends on a Saturday. Five government workdays: November 2, 3, 4, 5, 6. 45 days
   * after October 31 is December 15. Notice of 90 days before September 30, 2027 is July 2.
   */
  @Test
  void eachDayIsCountedByTheCalendarOfTheAgreement() {
    assertThat(days())
        .contains(
            "2026-10-19 First day of performance",
            "2026-11-06 Records due: invoices, Oct 2026",
            "2026-12-15 Records become final: invoices, Oct 2026",
            "2027-01-16 Stabilization ends",
            "2027-07-02 Last day to give notice about renewal",
            "2027-09-30 Last day of performance",
            "2031-09-30 Last day of GT&C A2610-012")
        .isSortedAccordingTo(Comparator.comparing(day -> day.substring(0, 10)));
  }

  @Test
  void theCalendarIsValidAndHoldsEachDay() throws Exception {
    byte[] file = Deliverables.calendar(SOURCE);
    Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.getComponents()).hasSameSizeAs(days());
    assertThat(new String(file, UTF_8))
        .contains("DTSTART;VALUE=DATE:20261106\r\n", "DTSTAMP:20261122T130000Z", "CUI")
        .matches("(?s)([^\\r\\n]{1,75}\\r\\n)+");
    assertThat(Deliverables.calendar(SOURCE)).isEqualTo(file);
  }
}
