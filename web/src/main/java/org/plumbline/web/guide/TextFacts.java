package org.plumbline.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.springframework.stereotype.Component;

/** What the last text says: the last that was sent, else the last draft without errors. */
@Component
final class TextFacts implements FactSource {

  private final Agreements agreements;

  TextFacts(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public List<Fact> of(Viewer viewer, AgreementRow row) {
    List<VersionRow> versions =
        agreements.versions(viewer, row.id()).stream()
            .filter(version -> version.hash().isPresent())
            .toList();
    Optional<VersionRow> shown =
        versions.stream()
            .filter(VersionRow::isSent)
            .findFirst()
            .or(() -> versions.stream().findFirst());
    return shown
        .flatMap(
            version ->
                agreements
                    .text(viewer, version)
                    .agreement()
                    .map(text -> new Found(version, text).facts()))
        .orElse(List.of());
  }

  /** Collects what one text says. */
  private record Found(VersionRow version, Agreement text, List<Fact> facts) {

    Found(VersionRow version, Agreement text) {
      this(version, text, new ArrayList<>());
      metrics();
      if (!text.records().isEmpty()
          && text.reports().isPresent()
          && text.records().values().stream().allMatch(set -> set.delivery().isPresent())) {
        add(
            Evidence.DELIVERIES_AND_REPORTS,
            "says how each set of records comes, and when reports are due");
      }
      if (text.stabilization().isPresent()) {
        add(Evidence.STABILIZATION, "has a stabilization period");
      }
      if (!text.references().isEmpty()) {
        add(
            Evidence.ORDER_NAMED,
            "names " + text.references().get(0).kind() + " " + text.references().get(0).number());
      }
    }

    private void metrics() {
      int metrics = text.metrics().size();
      if (metrics > 0) {
        add(Evidence.METRICS_DEFINED, "has " + metrics + (metrics == 1 ? " metric" : " metrics"));
      }
      long consequences =
          text.metrics().values().stream().filter(each -> !each.remedies().isEmpty()).count();
      if (metrics > 0 && consequences > 0) {
        add(
            Evidence.TARGETS_AND_REMEDIES,
            "says what follows a miss of " + consequences + " of " + metrics);
      }
    }

    private void add(Evidence evidence, String says) {
      facts.add(
          new Fact(
              evidence,
              "text " + version.label() + " " + says,
              Optional.of(version.sentAt().orElse(version.writtenAt())),
              "/agreements/" + version.agreement() + "/versions/" + version.id()));
    }
  }
}
