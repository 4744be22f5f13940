package org.plumbline.web.close;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.result.ResultRow;
import org.plumbline.web.result.StoredFollows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells both parties, by a formal message, what follows from a report that was issued. */
final class ConsequencesTold {

  private static final int LISTED = 20;

  private ConsequencesTold() {}

  static void tell(
      JdbcClient jdbc,
      Viewer by,
      AgreementRow agreement,
      ResultRow result,
      List<StakeholderRole> roles) {
    List<StoredFollows.Posting> postings =
        jdbc
            .sql("select coalesce(follows, '') from result where id = ?")
            .param(result.id())
            .query(String.class)
            .list()
            .stream()
            .flatMap(text -> StoredFollows.read(text).postings().stream())
            .toList();
    if (postings.isEmpty()) {
      return;
    }
    String text =
        postings.stream()
                .limit(LISTED)
                .map(each -> each.what() + " (" + each.from() + "; " + each.standingWords() + ").")
                .collect(Collectors.joining(" "))
            + (postings.size() > LISTED ? " And " + (postings.size() - LISTED) + " more." : "");
    for (UUID party : List.of(agreement.customer(), agreement.provider())) {
      Outbox.tell(
          jdbc,
          by,
          agreement.id(),
          party,
          roles,
          Message.formal(
              agreement.id(),
              "What follows from the report of " + result.period(),
              text,
              "/agreements/" + agreement.id() + "/ledger"));
    }
  }
}
