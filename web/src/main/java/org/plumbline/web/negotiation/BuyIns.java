package org.plumbline.web.negotiation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.outbox.Message;
import org.plumbline.web.outbox.Outbox;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.plumbline.wording.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Buy-in: who of which party supports which metric (M3 Playbook 3.16). What a role said stands
 * while the metric reads the same.
 */
@Component
public final class BuyIns {

  /** The stakeholders whom key task 3.16 names, for both parties. */
  public static final List<StakeholderRole> ASKED =
      List.of(
          StakeholderRole.EXECUTIVE_SPONSOR,
          StakeholderRole.BUSINESS_OWNER,
          StakeholderRole.PROGRAM_MANAGER,
          StakeholderRole.PMO_LEAD,
          StakeholderRole.PMO_TEAM,
          StakeholderRole.FUNCTIONAL_LEAD,
          StakeholderRole.FUNCTIONAL_SME,
          StakeholderRole.TECHNICAL_LEAD,
          StakeholderRole.TECHNICAL_SME);

  private static final String OBJECTS = "objects";

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;

  BuyIns(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  /**
   * Who supports what.
   *
   * @param version the text whose metrics are asked about
   */
  public record Table(VersionRow version, List<BuyInRow> customer, List<BuyInRow> provider) {
    /** Copies the lists. */
    public Table {
      customer = List.copyOf(customer);
      provider = List.copyOf(provider);
    }

    /** How many stand so, of both parties. */
    public long count(BuyInRow.State state) {
      return customer.stream().mapToLong(row -> row.count(state)).sum()
          + provider.stream().mapToLong(row -> row.count(state)).sum();
    }
  }

  private record Said(
      UUID organization,
      String metric,
      String role,
      String stance,
      Optional<String> reason,
      String digest,
      String by,
      boolean sent) {}

  /** The table of the text that is talked about; empty while there is none without errors. */
  public Optional<Table> table(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    return agreements.current(viewer, agreement).map(version -> table(viewer, agreement, version));
  }

  /** The table of a text. */
  public Table table(Viewer viewer, UUID agreement, VersionRow version) {
    AgreementRow row = agreements.one(viewer, agreement);
    CheckedText text = agreements.text(viewer, version);
    Terms terms = Terms.of(text.canonical().orElseThrow());
    List<Said> said = store.as(viewer.person(), jdbc -> said(jdbc, agreement));
    Agreement read = text.agreement().orElseThrow();
    return new Table(
        version, rows(read, terms, said, row.customer()), rows(read, terms, said, row.provider()));
  }

  private static List<BuyInRow> rows(
      Agreement agreement, Terms terms, List<Said> said, UUID organization) {
    Wording wording = Wording.of(agreement);
    List<BuyInRow> rows = new ArrayList<>();
    for (String metric : agreement.metrics().keySet()) {
      String digest = terms.digest("metrics/" + metric).orElseThrow();
      rows.add(
          new BuyInRow(
              metric,
              wording.metricName(metric),
              wording.target(metric),
              ASKED.stream().map(role -> cell(said, organization, metric, digest, role)).toList()));
    }
    return rows;
  }

  private static BuyInRow.Cell cell(
      List<Said> said, UUID organization, String metric, String digest, StakeholderRole role) {
    Optional<Said> last =
        said.stream()
            .filter(
                each ->
                    each.organization().equals(organization)
                        && each.metric().equals(metric)
                        && each.role().equals(role.key()))
            .reduce((one, other) -> other);
    return new BuyInRow.Cell(
        role,
        last.map(
                each ->
                    !each.digest().equals(digest)
                        ? BuyInRow.State.CHANGED
                        : each.stance().equals(OBJECTS)
                            ? BuyInRow.State.OBJECTS
                            : BuyInRow.State.SUPPORTS)
            .orElse(BuyInRow.State.NOT_ASKED),
        last.flatMap(Said::reason),
        last.map(Said::by),
        last.map(Said::sent).orElse(false));
  }

  /** The roles for which a person may speak: those they hold; all of their party who may send. */
  public List<StakeholderRole> roles(Viewer viewer, UUID agreement) {
    if (!authority.may(viewer, agreement, Act.MEASURE)) {
      return List.of();
    }
    Set<String> held = authority.held(viewer, agreement);
    boolean all = authority.may(viewer, agreement, Act.SEND);
    return ASKED.stream().filter(role -> all || held.contains(role.key())).toList();
  }

  /**
   * Records what a role says.
   *
   * @param metric empty: all metrics of which the role has said nothing that stands
   * @param reason needed of an objection
   */
  public void say(
      Viewer viewer,
      UUID agreement,
      Optional<String> metric,
      String role,
      String stance,
      String reason) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.MEASURE);
    StakeholderRole speaks =
        roles(viewer, agreement).stream()
            .filter(each -> each.key().equals(role))
            .findFirst()
            .orElseThrow(() -> new Refused("Choose a role for which you speak."));
    boolean objects = stance.equals(OBJECTS);
    if (!objects && !stance.equals("supports")) {
      throw new Refused("Say whether the role supports or objects.");
    }
    if (objects && (reason.isBlank() || reason.length() > 5_000)) {
      throw new Refused("Write why, so that it can be mended: at most 5,000 characters.");
    }
    VersionRow version =
        agreements
            .current(viewer, agreement)
            .orElseThrow(() -> new Refused("Put in a text without errors first."));
    Terms terms = Terms.of(agreements.text(viewer, version).canonical().orElseThrow());
    List<String> metrics = asked(viewer, agreement, version, metric, speaks);
    store.in(
        viewer.person(),
        jdbc ->
            metrics.forEach(
                each ->
                    jdbc.sql(
                            """
                            insert into buy_in (agreement, organization, version, metric, role, stance, reason, digest, said_by)
                            values (:agreement, :organization, :version, :metric, :role, :stance, :reason, :digest, :person)
                            """)
                        .param("agreement", agreement)
                        .param("organization", viewer.organization())
                        .param("version", version.id())
                        .param("metric", each)
                        .param("role", speaks.key())
                        .param("stance", stance)
                        .param("reason", objects ? reason.strip() : null, java.sql.Types.VARCHAR)
                        .param("digest", terms.digest("metrics/" + each).orElseThrow())
                        .param("person", viewer.person())
                        .update()));
  }

  private List<String> asked(
      Viewer viewer,
      UUID agreement,
      VersionRow version,
      Optional<String> metric,
      StakeholderRole role) {
    List<BuyInRow> own = own(viewer, agreement, table(viewer, agreement, version));
    if (metric.isPresent()) {
      return own.stream()
          .map(BuyInRow::metric)
          .filter(metric.get()::equals)
          .findFirst()
          .map(List::of)
          .orElseThrow(() -> new Refused("Choose the metric from the list."));
    }
    List<String> holes =
        own.stream()
            .filter(
                row ->
                    row.cells().stream()
                        .anyMatch(
                            cell ->
                                cell.role() == role
                                    && (cell.state() == BuyInRow.State.NOT_ASKED
                                        || cell.state() == BuyInRow.State.CHANGED)))
            .map(BuyInRow::metric)
            .toList();
    if (holes.isEmpty()) {
      throw new Refused("This role has said something of every metric; choose one to change it.");
    }
    return holes;
  }

  private List<BuyInRow> own(Viewer viewer, UUID agreement, Table table) {
    return viewer.organization().equals(agreements.one(viewer, agreement).customer())
        ? table.customer()
        : table.provider();
  }

  /** Puts what the own roles said on the table. */
  public void send(Viewer viewer, UUID agreement) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    if (agreements.current(viewer, agreement).filter(VersionRow::isSent).isEmpty()) {
      throw new Refused("Send the text first; buy-in speaks of its metrics.");
    }
    int sent =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        """
                        insert into sending (agreement, organization, subject, sent_by)
                        select b.agreement, b.organization, b.id, :person from buy_in b
                        where b.agreement = :agreement and b.organization = :organization
                          and not exists (select from sending s where s.subject = b.id)
                        """)
                    .param("person", viewer.person())
                    .param("agreement", agreement)
                    .param("organization", viewer.organization())
                    .update());
    if (sent == 0) {
      throw new Refused("Nothing new was said that could be sent.");
    }
  }

  /**
   * Asks the own people who hold a role that has said nothing.
   *
   * @return how many were asked
   */
  public int ask(Viewer viewer, UUID agreement) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    Table table =
        table(viewer, agreement)
            .orElseThrow(() -> new Refused("Put in a text without errors first."));
    Set<StakeholderRole> holes = new LinkedHashSet<>();
    own(viewer, agreement, table)
        .forEach(
            metric ->
                metric.cells().stream()
                    .filter(
                        cell ->
                            cell.state() == BuyInRow.State.NOT_ASKED
                                || cell.state() == BuyInRow.State.CHANGED)
                    .forEach(cell -> holes.add(cell.role())));
    if (holes.isEmpty()) {
      throw new Refused("Every role has spoken.");
    }
    return store.as(
        viewer.person(),
        jdbc ->
            Outbox.tell(
                jdbc,
                viewer,
                agreement,
                viewer.organization(),
                holes,
                Message.about(
                    agreement,
                    "Do you support these metrics?",
                    viewer.name()
                        + " asks whether you support the metrics of "
                        + row.title()
                        + ". Say so, or say what you object to and why.",
                    "/agreements/" + agreement + "/buy-in")));
  }

  private static List<Said> said(JdbcClient jdbc, UUID agreement) {
    return jdbc.sql(
            """
            select b.*, coalesce(p.name, 'somebody') as by_name, s.sent_at is not null as sent
            from buy_in b left join person p on p.id = b.said_by left join sending s on s.subject = b.id
            where b.agreement = ? order by b.said_at, b.id
            """)
        .param(agreement)
        .query(
            (rows, number) ->
                new Said(
                    rows.getObject("organization", UUID.class),
                    Objects.requireNonNull(rows.getString("metric")),
                    Objects.requireNonNull(rows.getString("role")),
                    Objects.requireNonNull(rows.getString("stance")),
                    Optional.ofNullable(rows.getString("reason")),
                    Objects.requireNonNull(rows.getString("digest")),
                    Objects.requireNonNull(rows.getString("by_name")),
                    rows.getBoolean("sent")))
        .list();
  }
}
