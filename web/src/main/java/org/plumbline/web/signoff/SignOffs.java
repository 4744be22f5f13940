package org.plumbline.web.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.TextInForce;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/** Sign-offs on texts that were sent, and whether they stand (docs/meaning.md 31). */
@Component
public final class SignOffs implements TextInForce {

  private final Store store;
  private final Agreements agreements;
  private final SigningOrders orders;

  SignOffs(Store store, Agreements agreements, SigningOrders orders) {
    this.store = store;
    this.agreements = agreements;
    this.orders = orders;
  }

  /**
   * How far a text is.
   *
   * @param steps in the agreed order
   */
  public record Progress(VersionRow version, SigningOrder order, List<StepState> steps) {
    /** Copies the list. */
    public Progress {
      steps = List.copyOf(steps);
    }

    /** Whether everybody signed who has to. */
    public boolean isSigned() {
      return version.isSent() && steps.stream().allMatch(StepState::isSigned);
    }

    /** The step that is to be signed next. */
    public Optional<StepState> next() {
      return steps.stream().filter(StepState::turn).findFirst();
    }

    /** Whether its day has begun in its zone, and all have signed. */
    public boolean isInForce(Instant moment) {
      LocalDate day = version.dayAt(moment);
      return isSigned() && version.effective().filter(from -> !from.isAfter(day)).isPresent();
    }
  }

  /** How far a text is. */
  public Progress progress(Viewer viewer, UUID agreement, VersionRow version) {
    return of(viewer, agreements.one(viewer, agreement), version, given(viewer, agreement));
  }

  /** How far each text is that was sent, the newest first. */
  public List<Progress> all(Viewer viewer, AgreementRow agreement) {
    Given given = given(viewer, agreement.id());
    return given.versions().stream()
        .filter(VersionRow::isSent)
        .map(version -> of(viewer, agreement, version, given))
        .toList();
  }

  /** The text that is in force at a moment: of those that are signed, the one that began last. */
  @Override
  public Optional<VersionRow> inForce(Viewer viewer, UUID agreement, Instant moment) {
    return all(viewer, agreements.one(viewer, agreement)).stream()
        .filter(progress -> progress.isInForce(moment))
        .map(Progress::version)
        .max(
            Comparator.<VersionRow, LocalDate>comparing(row -> row.effective().orElseThrow())
                .thenComparing(row -> row.sentAt().orElseThrow()));
  }

  /**
   * The texts that were signed by all, each with the sign-offs by which it was.
   *
   * @param recorded what was given later is not seen
   * @param day what was signed on a later day is not seen
   */
  public Map<UUID, List<SignOff>> signed(
      Viewer viewer, UUID agreement, Instant recorded, LocalDate day) {
    Given given = given(viewer, agreement).until(recorded, day);
    AgreementRow row = agreements.one(viewer, agreement);
    Map<UUID, List<SignOff>> signed = new LinkedHashMap<>();
    for (VersionRow version : given.versions()) {
      Progress progress = of(viewer, row, version, given);
      if (progress.isSigned()) {
        signed.put(
            version.id(),
            progress.steps().stream().map(step -> step.last().orElseThrow()).toList());
      }
    }
    return signed;
  }

  /** What was given so far, in the order in which it was, and the orders by which. */
  private record Given(
      List<SignOff> signOffs,
      NavigableMap<Instant, SigningOrder> orders,
      List<VersionRow> versions) {

    Given until(Instant recorded, LocalDate day) {
      return new Given(
          signOffs.stream()
              .filter(each -> !each.givenAt().isAfter(recorded) && !each.signedOn().isAfter(day))
              .toList(),
          orders.headMap(recorded, true),
          versions);
    }

    Given first(int count) {
      return new Given(
          signOffs.subList(0, count),
          orders.headMap(signOffs.get(count - 1).givenAt(), true),
          versions);
    }

    SigningOrder order() {
      return orders.lastEntry().getValue();
    }
  }

  private Given given(Viewer viewer, UUID agreement) {
    return new Given(
        all(viewer, agreement),
        orders.agreed(viewer, agreement),
        agreements.versions(viewer, agreement));
  }

  /** A text that was once signed by all stays it, whatever is signed later. */
  private Progress of(Viewer viewer, AgreementRow agreement, VersionRow version, Given given) {
    Optional<Terms> terms =
        version.isSent()
            ? agreements.text(viewer, version).canonical().map(Terms::of)
            : Optional.empty();
    Given until = given;
    for (int count = 1; terms.isPresent() && count <= given.signOffs().size(); count++) {
      Given first = given.first(count);
      if (first.order().steps().stream()
          .allMatch(
              step ->
                  last(first.signOffs(), organization(agreement, step), step)
                      .filter(each -> stands(each, step, terms.get()))
                      .isPresent())) {
        until = first;
        break;
      }
    }
    return progress(viewer, agreement, version, terms, until);
  }

  private static boolean stands(SignOff signOff, SigningStep step, Terms terms) {
    return signOff.decision() == SignOff.Decision.ACCEPTED
        && terms.changedSince(step.covers(), signOff.restsOn()).isEmpty();
  }

  static UUID organization(AgreementRow agreement, SigningStep step) {
    return step.isCustomers() ? agreement.customer() : agreement.provider();
  }

  private Progress progress(
      Viewer viewer,
      AgreementRow agreement,
      VersionRow version,
      Optional<Terms> terms,
      Given given) {
    List<StepState> steps = new ArrayList<>();
    boolean before = terms.isPresent();
    for (SigningStep step : given.order().steps()) {
      UUID organization = organization(agreement, step);
      Optional<SignOff> last = last(given.signOffs(), organization, step);
      List<String> fell =
          last.flatMap(each -> terms.map(now -> now.changedSince(step.covers(), each.restsOn())))
              .orElse(List.of());
      StepState state =
          new StepState(
              steps.size() + 1,
              step,
              step.isCustomers() ? agreement.customerName() : agreement.providerName(),
              last,
              last.map(each -> label(given.versions(), each.version())).orElse(""),
              fell,
              holders(viewer, agreement.id(), organization, step),
              false);
      steps.add(before && !state.isSigned() ? state.inTurn() : state);
      before &= state.isSigned();
    }
    return new Progress(version, given.order(), steps);
  }

  private static String label(List<VersionRow> versions, UUID id) {
    return versions.stream()
        .filter(row -> row.id().equals(id))
        .map(VersionRow::label)
        .findFirst()
        .orElse("");
  }

  private static Optional<SignOff> last(
      List<SignOff> signOffs, UUID organization, SigningStep step) {
    Set<String> covers = new HashSet<>(step.covers());
    Optional<SignOff> last =
        signOffs.stream()
            .filter(
                each ->
                    each.organization().equals(organization)
                        && each.role().equals(step.role().key())
                        && new HashSet<>(each.covers()).equals(covers))
            .reduce((one, other) -> other);
    return last.filter(each -> each.decision() != SignOff.Decision.WITHDRAWN);
  }

  private List<String> holders(Viewer viewer, UUID agreement, UUID organization, SigningStep step) {
    return roster(viewer, agreement, organization, step).stream()
        .map(
            seat ->
                seat.name()
                    + (seat.capacity().equals("holder") ? "" : " (" + seat.capacity() + ")"))
        .distinct()
        .toList();
  }

  /** Somebody who holds a role today. */
  public record Seated(UUID person, String name, String capacity) {}

  /** Who of an organization may sign a step today. */
  public List<Seated> roster(Viewer viewer, UUID agreement, UUID organization, SigningStep step) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select s.person, p.name, s.capacity from seat s join person p on p.id = s.person
                      left join seat_end e on e.seat = s.id
                    where s.organization = :organization and s.role = :role and (s.agreement is null or s.agreement = :agreement)
                      and current_date between s.from_day and least(coalesce(s.until_day, 'infinity'), coalesce(e.last_day, 'infinity'))
                      and not exists (select from departure d where d.person = s.person)
                    order by s.capacity = 'holder' desc, p.name
                    """)
                .param("organization", organization)
                .param("role", step.role().key())
                .param("agreement", agreement)
                .query(
                    (rows, number) ->
                        new Seated(
                            rows.getObject("person", UUID.class),
                            rows.getString("name"),
                            rows.getString("capacity")))
                .list());
  }

  /** All sign-offs of an agreement, in the order in which they were given. */
  public List<SignOff> all(Viewer viewer, UUID agreement) {
    return store.as(viewer.person(), jdbc -> SignOffRows.of(jdbc, agreement));
  }
}
