package org.plumbline.web.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.springframework.dao.DataAccessException;

/** Who can be told what, and what is mailed when. */
class OutboxTest {

  private TwoPeople two;

  @BeforeEach
  void open() {
    two = new TwoPeople();
  }

  @AfterEach
  void close() {
    two.close();
  }

  @Test
  void theOtherPartyIsToldOfWhatLiesOnTheTableOnlyAndAThirdNever() {
    Message message = Message.about(two.agreement, "Sign here", "Please.", "/agreements/x");

    assertThatThrownBy(() -> tell(two.customer, two.provider, message))
        .isInstanceOf(DataAccessException.class);
    two.sendText();
    tell(two.customer, two.provider, message);
    assertThatThrownBy(() -> tell(two.customer, two.third, message))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> tell(two.third, two.customer, message))
        .isInstanceOf(DataAccessException.class);

    assertThat(two.seen(two.provider, "message")).hasSize(1);
    assertThat(two.seen(two.third, "message")).isEmpty();
    int told =
        two.store.as(
            two.customer.person(),
            jdbc ->
                Outbox.tell(
                    jdbc,
                    two.customer,
                    two.agreement,
                    two.provider.organization(),
                    Set.of(StakeholderRole.PROGRAM_MANAGER),
                    message));
    assertThat(told).isOne();
    assertThat(toMail(4)).as("a digest waits for the next hour it is made").isEmpty();
  }

  @Test
  void aFormalNoticeIsMailedAtOnceAndAgainUntilItIsSent() {
    two.sendText();
    tell(two.customer, two.provider, Message.formal(two.agreement, "Notice\nof", "Text.", "/n"));

    assertThat(toMail(25)).containsExactly("Notice of");
    two.store.in(
        two.provider.person(),
        jdbc ->
            jdbc.sql(
                    "select message_tried(?, (select id from message where subject = 'Notice of'),"
                        + " 'sent', null)")
                .param(two.courier.secret())
                .query()
                .listOfRows());
    assertThat(toMail(25)).isEmpty();
  }

  private void tell(Viewer by, Viewer person, Message message) {
    two.store.in(by.person(), jdbc -> Outbox.tell(jdbc, by, person.person(), message));
  }

  private List<String> toMail(int hour) {
    return two.store.asNobody(
        jdbc ->
            jdbc.sql("select subject from messages_to_mail(?, ?)")
                .params(two.courier.secret(), hour)
                .query(String.class)
                .list());
  }

  @Test
  void theRoleOfTheApplicationAloneReadsNoMailOfOthers() {
    two.sendText();
    tell(two.customer, two.provider, Message.formal(two.agreement, "Notice", "Text.", "/n"));

    for (String guess : List.of("", "guess")) {
      assertThatThrownBy(
              () ->
                  two.store.asNobody(
                      jdbc ->
                          jdbc.sql("select subject from messages_to_mail(?, 4)")
                              .param(guess)
                              .query(String.class)
                              .list()))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("only the server that runs");
    }
    for (String hidden : List.of("every_message_to_mail(4)", "courier", "answered")) {
      assertThatThrownBy(
              () ->
                  two.store.asNobody(
                      jdbc -> jdbc.sql("select * from " + hidden).query().listOfRows()))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
    }
  }
}
