package org.plumbline.agreement.companion;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Role;
import org.plumbline.calendar.TimeAmount;

/**
 * A Target State Concept of Operations: who performs which step of which process (key task 3.14 of
 * the M3 Playbook).
 *
 * @param calendars working time that the agreement itself does not need, by id
 * @param works by party the calendar in which its steps are counted
 * @param areas what is answered for, by id
 * @param processes what is done, by id
 * @param retained the retained organization, by role
 * @param layers who provides what, by layer
 */
public record Conops(
    String id,
    String title,
    ZoneId zone,
    Map<String, Party> parties,
    Map<String, Role> roles,
    Map<String, CalendarTerms> calendars,
    Map<String, String> works,
    Map<String, Area> areas,
    Map<String, Process> processes,
    Map<String, Retained> retained,
    Map<String, Layer> layers,
    List<Clause> clauses) {

  /** Copies lists and maps, keeping their order. */
  public Conops {
    parties = ordered(parties);
    roles = ordered(roles);
    calendars = ordered(calendars);
    works = ordered(works);
    areas = ordered(areas);
    processes = ordered(processes);
    retained = ordered(retained);
    layers = ordered(layers);
    clauses = List.copyOf(clauses);
  }

  /** A step by its reference, {@code process/step}. */
  public Optional<Step> step(String reference) {
    int slash = reference.indexOf('/');
    Process process = processes.get(slash < 0 ? reference : reference.substring(0, slash));
    return process == null || slash < 0
        ? Optional.empty()
        : process.steps().stream()
            .filter(step -> step.id().equals(reference.substring(slash + 1)))
            .findFirst();
  }

  /**
   * The calendar in which a step is counted: its own, else that of the party that performs it
   * alone; empty if none is said.
   */
  public Optional<String> calendarOf(Step step) {
    return step.calendar()
        .or(
            () ->
                step.toBe().size() == 1
                    ? Optional.ofNullable(works.get(step.toBe().get(0)))
                    : Optional.empty());
  }

  /** The agreement with the calendars that are written here only; its own hold where both do. */
  public Agreement calendarsInto(Agreement agreement) {
    Map<String, CalendarTerms> all = new LinkedHashMap<>(calendars);
    all.putAll(agreement.calendars());
    return agreement.withCalendars(all);
  }

  /** Something that one role answers for and others perform, hear of, or are asked about. */
  public record Area(
      String name,
      Optional<String> accountable,
      List<String> responsible,
      List<String> consulted,
      List<String> informed) {
    /** Copies the lists. */
    public Area {
      responsible = List.copyOf(responsible);
      consulted = List.copyOf(consulted);
      informed = List.copyOf(informed);
    }
  }

  /**
   * What is done.
   *
   * @param value what it is good for
   */
  public record Process(
      String name,
      Optional<String> value,
      Optional<String> area,
      List<String> systems,
      List<Step> steps) {
    /** Copies the lists. */
    public Process {
      systems = List.copyOf(systems);
      steps = List.copyOf(steps);
    }

    /** The ids of the steps that are done right before one begins; none before the first. */
    public List<String> ahead(Step step) {
      if (step.after().equals(List.of(Step.NONE))) {
        return List.of();
      }
      int at = steps.indexOf(step);
      return step.after().isEmpty() && at > 0 ? List.of(steps.get(at - 1).id()) : step.after();
    }
  }

  /**
   * A part of a process.
   *
   * @param asIs the parties that perform it today
   * @param toBe the parties that will: the customer alone is retained in-house, the provider alone
   *     delivered as a service, several are shared
   * @param responsible roles that perform it, where more is said than the parties
   * @param before how long it may take
   * @param calendar in which calendar that is counted; empty: that of its party
   * @param after the steps of its process that are done before it begins; empty: the one before it
   *     in the list, {@value #NONE} alone: none
   */
  public record Step(
      String id,
      String name,
      List<String> asIs,
      List<String> toBe,
      Optional<String> accountable,
      List<String> responsible,
      List<String> consulted,
      List<String> informed,
      Optional<TimeAmount> before,
      Optional<String> calendar,
      List<String> after) {
    /** In place of what is done before: nothing is. */
    public static final String NONE = "none";

    /** Copies the lists. */
    public Step {
      after = List.copyOf(after);
      asIs = List.copyOf(asIs);
      toBe = List.copyOf(toBe);
      responsible = List.copyOf(responsible);
      consulted = List.copyOf(consulted);
      informed = List.copyOf(informed);
    }

    /** Whether a party other than the customer performs it, alone or with the customer. */
    public boolean isDelivered() {
      return toBe.contains(Party.PROVIDER);
    }
  }

  /**
   * A role of the retained organization.
   *
   * @param fte how many people, in full-time equivalents
   * @param does the steps it performs, {@code process/step}
   */
  public record Retained(String name, Optional<BigDecimal> fte, List<String> does) {
    /** Copies the list. */
    public Retained {
      does = List.copyOf(does);
    }
  }

  /**
   * A layer of the operational and support environment.
   *
   * @param needs availability, reliability and maintainability that must be had
   */
  public record Layer(List<String> asIs, List<String> toBe, List<String> needs) {
    /** Copies the lists. */
    public Layer {
      asIs = List.copyOf(asIs);
      toBe = List.copyOf(toBe);
      needs = List.copyOf(needs);
    }
  }

  static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
