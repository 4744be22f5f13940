package org.plumbline.web.ledger;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.register.Standings;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.KnownAgreements;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.StoredFollows;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Bills: what was charged and taken off, and how they stand beside the ledger. */
@Component
public final class Bills {

  private static final int MOST_LINES = 200;

  private static final String BILLS =
      """
      select distinct on (b.service, b.period) b.id, b.service, b.period, b.amount, b.reference, b.billed, b.due, b.paid, b.entered_at,
        o.name as organization_name
      from bill b join organization o on o.id = b.organization
      where b.agreement = ? order by b.service, b.period, b.entered_at desc, b.id
      """;

  /** Also of drafts of the own party: holding a bill to the ledger changes nothing. */
  private static final String MEASURED =
      """
      select r.period, r.follows, s.id is not null as sent, r.evaluated_at
      from result r left join sending s on s.subject = r.id
      where r.agreement = ? and r.follows is not null order by r.evaluated_at desc
      """;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final KnownAgreements known;
  private final Clock clock;

  Bills(
      Store store, Authority authority, Agreements agreements, KnownAgreements known, Clock clock) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
    this.known = known;
    this.clock = clock;
  }

  /**
   * A bill as it was entered last.
   *
   * @param isHeld whether a result of the period was measured since, so that it stands beside the
   *     ledger
   */
  public record BillRow(
      UUID id,
      String service,
      String period,
      BigDecimal amount,
      Optional<String> reference,
      LocalDate billed,
      Optional<LocalDate> due,
      Optional<LocalDate> paid,
      String organizationName,
      Instant enteredAt,
      boolean isHeld) {}

  /** A bill beside the ledger, and whether both parties see the result that says it. */
  public record Reconciled(StoredFollows.Bill bill, boolean sent) {}

  /** A line of a bill as it is entered. */
  public record Line(String line, String posting, String amount) {}

  /** A bill as it is entered; days are such as 2026-12-24. */
  public record Entry(
      String service,
      String period,
      String amount,
      String reference,
      String billed,
      String due,
      String paid,
      List<Line> lines) {
    /** Copies the list. */
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  private record Measured(String period, String follows, boolean sent, Instant at) {}

  /** The names of the services of the text in force, by their id. */
  public Map<String, String> services(Viewer viewer, UUID agreement) {
    Map<String, String> names = new LinkedHashMap<>();
    text(viewer, agreement)
        .ifPresent(text -> text.services().forEach((id, service) -> names.put(id, service.name())));
    return names;
  }

  private Optional<Agreement> text(Viewer viewer, UUID agreement) {
    Instant now = clock.instant();
    return known.at(viewer, agreement, now, now).map(terms -> terms.versions().last().agreement());
  }

  /** The bills that were entered here; those that stand in files are only among the reconciled. */
  public List<BillRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc -> {
          List<Measured> measured =
              jdbc.sql(MEASURED).param(agreement).query((rows, number) -> measured(rows)).list();
          return jdbc.sql(BILLS)
              .param(agreement)
              .query(
                  (rows, number) -> {
                    String period = rows.getString("period");
                    Instant at = rows.getObject("entered_at", OffsetDateTime.class).toInstant();
                    return new BillRow(
                        rows.getObject("id", UUID.class),
                        rows.getString("service"),
                        period,
                        rows.getBigDecimal("amount"),
                        Optional.ofNullable(rows.getString("reference")),
                        rows.getObject("billed", LocalDate.class),
                        Optional.ofNullable(rows.getObject("due", LocalDate.class)),
                        Optional.ofNullable(rows.getObject("paid", LocalDate.class)),
                        rows.getString("organization_name"),
                        at,
                        measured.stream()
                            .anyMatch(
                                each -> each.period().equals(period) && each.at().isAfter(at)));
                  })
              .list();
        });
  }

  private static Measured measured(java.sql.ResultSet rows) throws java.sql.SQLException {
    return new Measured(
        rows.getString("period"),
        rows.getString("follows"),
        rows.getBoolean("sent"),
        rows.getObject("evaluated_at", OffsetDateTime.class).toInstant());
  }

  /** Each bill beside the ledger, as the last result says that the person may see. */
  public List<Reconciled> reconciled(Viewer viewer, UUID agreement) {
    List<Measured> measured =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(MEASURED).param(agreement).query((rows, number) -> measured(rows)).list());
    List<Reconciled> bills = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Measured each : measured) {
      for (StoredFollows.Bill bill : StoredFollows.read(each.follows()).bills()) {
        if (seen.add(bill.service() + "/" + bill.period())) {
          bills.add(new Reconciled(bill, each.sent()));
        }
      }
    }
    return bills;
  }

  /**
   * Enters a bill; it is on the table at once, and stands in the place of an earlier one of the
   * same service and period.
   *
   * @throws Refused with what is missing
   */
  public UUID enter(Viewer viewer, UUID agreement, Entry entry) {
    agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.SEND);
    Agreement text =
        text(viewer, agreement)
            .orElseThrow(() -> new Refused("Put in a text of the agreement without errors first."));
    if (!text.services().containsKey(entry.service())) {
      throw new Refused("Choose the service that the bill is for.");
    }
    if (Standings.period(text, entry.period().strip()).isEmpty()) {
      throw new Refused("Name the period, such as 2026-10.");
    }
    BigDecimal amount = amount(entry.amount());
    LocalDate billed =
        Acts.day(entry.billed()).orElseThrow(() -> new Refused("Say on which day it was billed."));
    List<Line> lines =
        entry.lines().stream()
            .filter(line -> !line.line().isBlank() || !line.amount().isBlank())
            .toList();
    if (lines.size() > MOST_LINES
        || lines.stream().map(line -> line.line().strip()).distinct().count() < lines.size()) {
      throw new Refused("Give each line a text of its own; at most " + MOST_LINES + " lines.");
    }
    if (lines.stream().anyMatch(line -> line.line().isBlank())) {
      throw new Refused("Say what each line is for.");
    }
    List<BigDecimal> amounts = lines.stream().map(line -> amount(line.amount())).toList();
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID bill =
              jdbc.sql(
                      """
                      insert into bill (agreement, organization, service, period, amount, reference, billed, due, paid, entered_by)
                      values (:agreement, :organization, :service, :period, :amount, :reference, :billed, :due, :paid, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("service", entry.service())
                  .param("period", entry.period().strip())
                  .param("amount", amount)
                  .param("reference", filled(entry.reference()), Types.VARCHAR)
                  .param("billed", billed)
                  .param("due", Acts.day(entry.due()).orElse(null), Types.DATE)
                  .param("paid", Acts.day(entry.paid()).orElse(null), Types.DATE)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          for (int i = 0; i < lines.size(); i++) {
            jdbc.sql(
                    """
                    insert into bill_line (agreement, organization, bill, line, posting, amount, entered_by)
                    values (:agreement, :organization, :bill, :line, :posting, :amount, :person)
                    """)
                .param("agreement", agreement)
                .param("organization", viewer.organization())
                .param("bill", bill)
                .param("line", lines.get(i).line().strip())
                .param("posting", filled(lines.get(i).posting()), Types.VARCHAR)
                .param("amount", amounts.get(i))
                .param("person", viewer.person())
                .update();
          }
          return bill;
        });
  }

  private static @org.jspecify.annotations.Nullable String filled(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static BigDecimal amount(String text) {
    String plain = text.strip().replace(",", "");
    if (!plain.matches("-?\\d{1,14}(\\.\\d{1,4})?")) {
      throw new Refused("Write each amount as a number, such as 41200.00 or -250.00.");
    }
    return new BigDecimal(plain);
  }
}
