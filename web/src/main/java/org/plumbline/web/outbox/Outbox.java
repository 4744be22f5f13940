package org.plumbline.web.outbox;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what is to be told to people, in the transaction of the act that it is about: either both
 * are recorded or neither. The database lets nobody be told of an agreement of which nothing was
 * sent to their party.
 */
public final class Outbox {

  private Outbox() {}

  /** Tells one person. */
  public static void tell(JdbcClient jdbc, Viewer by, UUID person, Message message) {
    jdbc.sql(
            """
            insert into message (person, agreement, is_formal, subject, text, path, made_by)
            values (:person, :agreement, :formal, :subject, :text, :path, :by)
            """)
        .param("person", person)
        .param("agreement", message.agreement().orElse(null), Types.OTHER)
        .param("formal", message.isFormal())
        .param("subject", message.subject())
        .param("text", message.text())
        .param("path", message.path())
        .param("by", by.person())
        .update();
  }

  /**
   * Tells everybody of an organization who holds one of the roles on the agreement today, but not
   * who does it.
   *
   * @param roles all who have a seat if it is empty
   * @return how many are told; 0 is a vacancy that the caller may have to say
   */
  public static int tell(
      JdbcClient jdbc,
      Viewer by,
      UUID agreement,
      UUID organization,
      Collection<StakeholderRole> roles,
      Message message) {
    List<UUID> people =
        jdbc
            .sql("select * from seated_people(?, ?, ?)")
            .params(
                agreement,
                organization,
                roles.stream().map(StakeholderRole::key).toArray(String[]::new))
            .query(UUID.class)
            .list()
            .stream()
            .filter(person -> !person.equals(by.person()))
            .toList();
    people.forEach(person -> tell(jdbc, by, person, message));
    return people.size();
  }
}
