package org.plumbline.web.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.web.TwoPeople;
import org.plumbline.web.program.Slice;

/** Messages reach a real mail server, once; while there is none, they wait. */
class MailingTest {

  private TwoPeople two;
  private GreenMail server;

  @BeforeEach
  void open() {
    two = new TwoPeople();
    two.sendText();
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
    two.close();
  }

  private Mailing mailing(int port) {
    return new Mailing(
        two.store,
        two.courier,
        new MailSettings(
            "127.0.0.1",
            port,
            Optional.empty(),
            "",
            false,
            "plumbline@agency.test",
            URI.create("https://plumbline.agency.test/"),
            25));
  }

  private void tell(Message message) {
    two.store.in(
        two.customer.person(),
        jdbc -> Outbox.tell(jdbc, two.customer, two.provider.person(), message));
  }

  @Test
  void aFormalNoticeIsMailedOnceWithItsLinkAlthoughMailIsNotWanted() throws MessagingException {
    new Messages(two.store).wish(two.provider, "formal-only");
    tell(Message.about(two.agreement, "News", "Nothing urgent.", "/a"));
    tell(Message.formal(two.agreement, "Termination", "We end the agreement.", "/agreements/x"));
    try (Mailing mailing = mailing(server.getSmtp().getPort())) {
      assertThat(mailing.run()).isOne();
      assertThat(mailing.run()).isZero();
    }

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getSubject())
        .isEqualTo("Formal notice: Termination");
    assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]))
        .contains("Desk: Termination")
        .contains("https://plumbline.agency.test/agreements/x");
    assertThat(new Messages(two.store).all(two.provider, Slice.first()).items()).hasSize(2);
  }

  @Test
  void whoWantsEachAtOnceGetsEachAndTheDailyDigestWaitsForItsHour() {
    tell(Message.about(two.agreement, "News", "One.", "/a"));
    try (Mailing mailing = mailing(server.getSmtp().getPort())) {
      assertThat(mailing.run()).isZero();
      new Messages(two.store).wish(two.provider, "at-once");
      assertThat(mailing.run()).isOne();
    }
  }

  @Test
  void whatDidNotLeaveIsKeptAndTriedAgain() {
    tell(Message.formal(two.agreement, "Notice", "Text.", "/a"));
    int closed = server.getSmtp().getPort();
    server.stop();
    try (Mailing mailing = mailing(closed)) {
      assertThat(mailing.run()).isZero();
    }

    assertThat(two.owner.sql("select outcome from message_try").query(String.class).list())
        .containsExactly("failed");
    assertThat(
            two.owner
                .sql("select count(*) from every_message_to_mail(25)")
                .query(Long.class)
                .single())
        .as("not within the same minute")
        .isZero();
  }
}
