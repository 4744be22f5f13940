package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.RegisterRow;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Role;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Findings;

/**
 * What follows from results with all that the register's files say: bills, issued reports, causes,
 * and what parties did about it. What has no effect is told at its row (docs/meaning.md 26).
 */
public final class Registered {

  private final Agreement agreement;
  private final Map<String, List<RegisterRow>> rows;
  private final LocalDate today;
  private final Findings findings = new Findings();

  private Registered(Agreement agreement, Map<String, List<RegisterRow>> rows, LocalDate today) {
    this.agreement = agreement;
    this.rows = rows;
    this.today = today;
  }

  /** What follows, and what is to be said of the register's rows. */
  public record Follows(Consequences consequences, List<Finding> findings) {
    /** Copies the list. */
    public Follows {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What follows.
   *
   * @param rows the register's rows, by set
   * @param today what is dated later is not known
   * @param issued reports that were issued, beside those among the rows
   * @param suspended by service the days for which no fee is due
   * @param follow from what is known to what follows
   */
  public static Follows of(
      Agreement agreement,
      Map<String, List<RegisterRow>> rows,
      LocalDate today,
      List<Circumstances.Issued> issued,
      Map<String, Set<LocalDate>> suspended,
      Function<Circumstances, Consequences> follow) {
    return new Registered(agreement, rows, today).follows(issued, suspended, follow);
  }

  private Follows follows(
      List<Circumstances.Issued> issued,
      Map<String, Set<LocalDate>> suspended,
      Function<Circumstances, Consequences> follow) {
    Circumstances known =
        new RegisterFacts(agreement, rows, today, findings)
            .circumstances()
            .reported(issued)
            .suspended(suspended);
    List<RegisterRow> acts =
        rows.getOrDefault(RegisterSets.DECISIONS, List.of()).stream()
            .filter(row -> row.day("on").filter(today::isBefore).isEmpty())
            .toList();
    if (acts.isEmpty()) {
      Consequences follows = follow.apply(known).committed(commitments());
      aboutNothing(follows);
      return new Follows(follows, findings.inFileOrder());
    }
    Map<String, Posting> postings =
        follow.apply(known).postings().stream()
            .collect(Collectors.toMap(posting -> posting.id().toString(), posting -> posting));
    List<Decision> stand = new ArrayList<>();
    List<RegisterRow> standing = new ArrayList<>();
    for (RegisterRow row : acts) {
      Optional<Decision> decision = decision(row, postings);
      decision.ifPresent(stand::add);
      decision.ifPresent(one -> standing.add(row));
    }
    Consequences follows = follow.apply(known.with(stand)).committed(commitments());
    aboutNothing(follows);
    outOfOrder(follows, stand, standing);
    return new Follows(follows, findings.inFileOrder());
  }

  private List<CommitmentDue> commitments() {
    return Commitments.of(
        agreement, rows.getOrDefault(RegisterSets.COMMITMENTS, List.of()), today, findings);
  }

  private Optional<Decision> decision(RegisterRow row, Map<String, Posting> postings) {
    String id = row.text("posting").orElse("");
    Posting posting = postings.get(id);
    if (posting == null) {
      nothing(row, id);
      return Optional.empty();
    }
    String word = row.text("act").orElse("");
    Optional<Decision.Act> act = Decision.Act.of(word);
    String by = row.text("by").orElse("");
    if (act.isEmpty() || !act.get().suits(posting.kind())) {
      return refused(
          row,
          "“" + word + "” cannot be done about " + kind(posting),
          "write one of "
              + String.join(
                  ", ",
                  java.util.stream.Stream.of(Decision.Act.values())
                      .filter(one -> one.suits(posting.kind()))
                      .map(Decision.Act::key)
                      .toList()));
    }
    Optional<String> party = party(by);
    if (row.day("on").isEmpty()) {
      return refused(row, "it has no day", "write the day in the column on");
    }
    if (party.isEmpty()) {
      return refused(row, "“" + by + "” is no party and no role", "write a party, or a party/role");
    }
    String may =
        switch (act.get().who()) {
          case OWING -> posting.owedBy();
          case OWED -> posting.owedTo();
          case EITHER -> party.get();
        };
    if (!may.equals(party.get())) {
      return refused(
          row, "the " + party.get() + " cannot have " + word + " it", "only the " + may + " can");
    }
    return Optional.of(
        new Decision(id, act.get(), row.day("on").get(), by, row.text("note").orElse("")));
  }

  private static String kind(Posting posting) {
    return switch (posting.kind()) {
      case ACTION -> "something to be done";
      case RIGHT -> "a right";
      case POINTS -> "points";
      case CREDIT, EARN_BACK -> "money";
    };
  }

  /** The party of {@code party}, {@code party/role} or a role that the agreement declares. */
  private Optional<String> party(String by) {
    String first = by.contains("/") ? by.substring(0, by.indexOf('/')) : by;
    if (first.equals(Party.CUSTOMER) || first.equals(Party.PROVIDER)) {
      return Optional.of(first);
    }
    return Optional.ofNullable(agreement.roles().get(by)).map(Role::party);
  }

  private Optional<Decision> refused(RegisterRow row, String why, String right) {
    findings.add(
        FindingCode.ACT_DOES_NOT_STAND, row.place(), "what was done has no effect: " + why, right);
    return Optional.empty();
  }

  private void nothing(RegisterRow row, String id) {
    findings.add(
        FindingCode.ACT_OF_NOTHING,
        row.place(),
        "nothing follows that is called “" + id + "”",
        "the ids are those of --postings, such as REMEDY/METRIC/2026-10");
  }

  /** Rows of other sets that name postings that are not there. */
  private void aboutNothing(Consequences follows) {
    for (String set :
        List.of(RegisterSets.CAUSES, RegisterSets.MILESTONES, RegisterSets.BILL_LINES)) {
      for (RegisterRow row : rows.getOrDefault(set, List.of())) {
        row.text("posting")
            .filter(id -> follows.find(id).isEmpty())
            .ifPresent(id -> nothing(row, id));
      }
    }
  }

  private void outOfOrder(
      Consequences follows, List<Decision> decisions, List<RegisterRow> places) {
    List<Plan> plans =
        follows.postings().stream()
            .flatMap(posting -> posting.steps(Step.PlanStands.class).stream())
            .map(Step.PlanStands::plan)
            .toList();
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      RegisterRow row = places.get(i);
      plans.stream()
          .filter(plan -> plan.refused().contains(decision))
          .findFirst()
          .ifPresent(
              plan ->
                  refused(
                      row,
                      "the plan could not be " + decision.act().key() + " then",
                      "a plan is submitted, accepted or returned, verified, closed, in this"
                          + " order"));
    }
  }
}
