package org.plumbline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterviewTest {

  private static final String[] INVOICES = {
    "Invoice No|Vendor|Received|Approved|Paid|Amount",
    "1|A|3/1/2025|3/10/2025|3/15/2025|1.50",
    "2|A|3/1/2025|3/12/2025|3/15/2025|2.50",
    "2|B|3/5/2025|3/9/2025|3/30/2025|2.50",
    "4|C|3/5/2025|3/9/2025||9.00"
  };

  private static final String[] TICKETS = {
    "Ticket|Changed|Status",
    "1|3/1/2025 9:00|New",
    "1|3/1/2025 10:00|Waiting for customer",
    "1|3/2/2025 10:00|Resolved",
    "2|3/13/2025 9:00|New",
    "2|3/14/2025 10:00|Resolved",
    "3|3/14/2025 10:00|New",
    "3|3/14/2025 11:00|Cancelled"
  };

  /** All questions, each answered as proposed. */
  private static List<Question> asked(Interview interview) throws RefusedAnswer {
    List<Question> asked = new ArrayList<>();
    Answers answers = Answers.NONE;
    Optional<Question> next = interview.next(answers);
    while (next.isPresent()) {
      asked.add(next.get());
      answers = answers.with(next.get().option(), next.get().proposed());
      next = interview.next(answers);
    }
    return asked;
  }

  private static Proposal proposal(String[] sheet, String... answers) throws RefusedAnswer {
    Answers all = Answers.NONE;
    for (int i = 0; i < answers.length; i += 2) {
      all = all.with(answers[i], answers[i + 1]);
    }
    Proposal proposal = Sheets.interview(sheet).propose(all, Sheets.SOURCE);
    assertThat(Sheets.errors(proposal)).as(proposal.agreement() + proposal.binding()).isEmpty();
    return proposal;
  }

  @Test
  void noMoreThanSixQuestionsAreAskedAndEachHasAProposalWithItsReason() throws RefusedAnswer {
    for (String[] sheet : List.of(INVOICES, TICKETS)) {
      assertThat(asked(Sheets.interview(sheet)))
          .hasSizeBetween(3, Interview.MOST)
          .allMatch(question -> !question.proposed().isBlank() && question.because().endsWith("."));
    }
  }

  @Test
  void aQuestionThatWasAnsweredIsNotAsked() throws RefusedAnswer {
    Interview interview = Sheets.interview(INVOICES);
    Optional<Question> next = interview.next(Answers.NONE.with("case", "Invoice No, Vendor"));
    assertThat(next.orElseThrow().option()).isEqualTo("starts");
  }

  @Test
  void theClockOfInvoicesRunsFromReceivedToPaidAndTheApprovalIsTheCustomers() throws RefusedAnswer {
    assertThat(proposal(INVOICES).agreement())
        .contains("clock: {starts: received, stops: paid}")
        .contains("{stage: to-approved, from: received, until: approved, whose: customer}")
        .contains("case: [invoice-no, vendor]")
        .contains("vendor: {type: text, sensitive: true}");
  }

  @Test
  void answersDecide() throws RefusedAnswer {
    String agreement =
        proposal(
                INVOICES,
                "starts",
                "approved",
                "within",
                "10 workdays",
                "at-least",
                "90",
                "customer",
                "Bureau of \"Examples\"",
                "zone",
                "America/Denver")
            .agreement();
    assertThat(agreement)
        .contains("clock: {starts: approved, stops: paid}")
        .contains("target: {within: 10 workdays, at-least: 90%}")
        .contains("holidays: [us-federal]")
        .contains("name: \"Bureau of \\\"Examples\\\"\"")
        .contains("zone: America/Denver");
  }

  @Test
  void aColumnMaySayWhenACaseIsDue() throws RefusedAnswer {
    String[] due = {
      "Invoice No|Received|Due date|Paid",
      "1|3/1/2025|3/20/2025|3/15/2025",
      "2|3/1/2025|3/14/2025|3/15/2025"
    };
    assertThat(proposal(due).agreement()).contains("target: {by: due-date, at-least: 95%}");
    assertThat(proposal(due, "within", "7 days").agreement()).contains("target: {within: 7 days");
  }

  @Test
  void hoursAreNotCountedBetweenDates() {
    assertThatThrownBy(() -> proposal(INVOICES, "within", "4 hours"))
        .isInstanceOf(RefusedAnswer.class)
        .hasMessageContaining("write days");
  }

  @Test
  void anAnswerThatIsNoneOfTheColumnsIsRefusedWithThem() {
    assertThatThrownBy(() -> proposal(INVOICES, "starts", "Begun"))
        .isInstanceOf(RefusedAnswer.class)
        .hasMessageContaining("Received, Approved, Paid");
    assertThatThrownBy(() -> proposal(INVOICES, "at-least", "950"))
        .isInstanceOf(RefusedAnswer.class)
        .hasMessageContaining("percentage");
    assertThatThrownBy(() -> proposal(TICKETS, "zone", "Mars/Base"))
        .isInstanceOf(RefusedAnswer.class)
        .hasMessageContaining("America/New_York");
  }

  @Test
  void theWaitOfTicketsForTheCustomerIsLeftOutAndTheCancelledAreVoid() throws RefusedAnswer {
    Proposal proposal = proposal(TICKETS);
    assertThat(proposal.agreement())
        .contains("- {hold: waiting-for-customer, whose: customer}")
        .contains("counts: [provider]")
        .contains("voided-by: [voided]");
    assertThat(proposal.binding())
        .contains("waiting-for-customer: {state: [Waiting for customer]}")
        .contains("times: \"M/d/yyyy H:mm\"")
        .contains("zone: America/New_York");
  }

  @Test
  void aColumnThatSaysOnEachRowWhenACaseBeganStartsTheClock() throws RefusedAnswer {
    String[] sheet = {
      "Ticket|Opened|Changed|Status",
      "1|2025-03-01 08:00|2025-03-01 09:00|New",
      "1|2025-03-01 08:00|2025-03-01 12:00|Closed",
      "2|2025-03-02 08:00|2025-03-02 09:00|New",
      "2|2025-03-02 08:00|2025-03-02 12:00|Closed"
    };
    assertThat(proposal(sheet).agreement()).contains("starts: opened,");
    assertThat(proposal(sheet, "starts", "New").agreement()).contains("starts: first-new,");
  }

  @Test
  void aFigureCountedElsewhereIsAQuotientOfSumsWhereItsPartsAreThere() throws RefusedAnswer {
    String[] months = {
      "Month|Calls|Answered|Late %",
      "Jan 2025|1000|950|5.0",
      "Feb 2025|1100|990|10.0",
      "Apr 2025|1200|990|17.5"
    };
    Proposal proposal = proposal(months);
    assertThat(proposal.agreement())
        .contains("figure: {ratio: {of: {sum: answered}, to: {sum: calls}}}")
        .contains("target: {at-least: 95%}");
    assertThat(proposal.binding()).contains("dates: MMM yyyy");
    assertThat(proposal.period()).isEqualTo("2025-02..2025-04");
    assertThat(proposal.taken())
        .anyMatch(line -> line.contains("no row for 2025-03"))
        .anyMatch(line -> line.contains("Nobody can follow them down"));
    assertThat(proposal(months, "figure", "Late %", "level", "at most 10").agreement())
        .contains("figure: {last: late-percent}")
        .contains("target: {at-most: 10}");
  }

  @Test
  void theFirstReportLooksAtTheLastWholeMonthsOfTheFile() throws RefusedAnswer {
    Proposal proposal = proposal(INVOICES);
    assertThat(proposal.asOf()).isEqualTo("2025-03-30");
    assertThat(proposal.period()).isEqualTo("2025-03");
  }
}
