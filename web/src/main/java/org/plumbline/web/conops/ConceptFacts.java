package org.plumbline.web.conops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.guide.Evidence;
import org.plumbline.web.guide.Fact;
import org.plumbline.web.guide.FactSource;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Component;

/** What the last concept of operations says: the last that was sent, else the last draft. */
@Component
final class ConceptFacts implements FactSource {

  private final Concepts concepts;

  ConceptFacts(Concepts concepts) {
    this.concepts = concepts;
  }

  @Override
  public List<Fact> of(Viewer viewer, AgreementRow agreement) {
    List<ConceptRow> whole =
        concepts.all(viewer, agreement.id()).stream().filter(ConceptRow::whole).toList();
    Optional<ConceptRow> shown =
        whole.stream().filter(ConceptRow::isSent).findFirst().or(() -> whole.stream().findFirst());
    List<Fact> facts = new ArrayList<>();
    shown.ifPresent(
        row -> {
          ConceptView view = ConceptView.of(concepts.text(viewer, row));
          view.concept()
              .ifPresent(
                  conops ->
                      shows(conops, view)
                          .forEach(
                              evidence ->
                                  facts.add(
                                      new Fact(
                                          evidence,
                                          "concept of operations " + row.label(),
                                          Optional.of(row.sentAt().orElse(row.writtenAt())),
                                          "/agreements/"
                                              + agreement.id()
                                              + "/conops/"
                                              + row.id()))));
        });
    return facts;
  }

  private static List<Evidence> shows(Conops conops, ConceptView view) {
    List<Evidence> shown = new ArrayList<>();
    List<ConceptView.StepRow> steps = view.steps();
    boolean any = !steps.isEmpty();
    add(shown, Evidence.CONOPS_PROCESSES, !conops.processes().isEmpty());
    add(shown, Evidence.CONOPS_STEPS, any && steps.stream().noneMatch(row -> row.name().isEmpty()));
    add(
        shown,
        Evidence.CONOPS_TARGET,
        any && steps.stream().noneMatch(row -> row.asIs().isEmpty() || row.toBe().isEmpty()));
    add(
        shown,
        Evidence.CONOPS_ROLES,
        any && steps.stream().noneMatch(row -> row.accountable().isEmpty()));
    add(shown, Evidence.CONOPS_AREAS, view.areas().stream().noneMatch(ConceptView.AreaRow::hole));
    add(shown, Evidence.GOVERNANCE, !view.areas().get(view.areas().size() - 1).hole());
    add(shown, Evidence.CONOPS_RETAINED, !conops.retained().isEmpty());
    add(
        shown,
        Evidence.STEPS_TIMED,
        any && steps.stream().anyMatch(row -> !row.before().isEmpty()));
    return shown;
  }

  private static void add(List<Evidence> shown, Evidence evidence, boolean there) {
    if (there) {
      shown.add(evidence);
    }
  }
}
