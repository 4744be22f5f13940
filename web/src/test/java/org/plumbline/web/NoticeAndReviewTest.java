package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notices are answered by the other party; a meeting has its agenda from what is open. */
class NoticeAndReviewTest {

  @Test
  void aNoticeIsReceivedAndAMeetingHasWhatIsOpen() throws IOException {
    MonthClosed month = new MonthClosed();
    try {
      Client customer = month.site.administrator;
      String notices = month.agreement + "/notices";
      String page = customer.get(notices).body();
      assertThat(page).contains("Core system", "2026-12-24 to 2026-12-25", "Maintenance");
      String answer = page.replaceAll("(?s).*action=\"([^\"]+/answers)\".*", "$1");
      assertThat(month.provider.post(notices, answer, Map.of("answer", "received")).status())
          .isEqualTo(403);
      assertThat(customer.get("/to-do").body()).contains("received the notice (maintenance)");
      assertThat(customer.post(notices, answer, Map.of("answer", "objected")).status())
          .isEqualTo(422);
      assertThat(customer.post(notices, answer, Map.of("answer", "received")).body())
          .contains("Received, Ada Customer");
      assertThat(customer.get("/to-do").body()).doesNotContain("received the notice");

      String reviews = month.agreement + "/reviews";
      String meeting = customer.get(reviews).body();
      assertThat(meeting).contains("Monthly review", "Request no. 1 about “entered”");
      String notes = meeting.replaceAll("(?s).*action=\"([^\"]+/notes)\".*", "$1");
      customer.post(
          reviews,
          notes,
          Map.of(
              "kind",
              "action",
              "text",
              "Mend the interface",
              "owner",
              "Paul",
              "due",
              "2027-01-15"));
      assertThat(month.provider.get(reviews).body())
          .contains("Action: Mend the interface, Paul, by 2027-01-15");
      assertThat(customer.post(reviews, notes, Map.of("kind", "other", "text", "x")).status())
          .isEqualTo(422);
    } finally {
      month.site.close();
    }
  }
}
