package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.reconcile.Alternative.MetricChange;
import org.plumbline.reconcile.Alternative.OfMetric;
import org.plumbline.reconcile.Alternative.OfText;
import org.plumbline.reconcile.Alternative.TextChange;

/** Collects alternatives in the order in which they are tried. */
final class AlternativeList {

  private final List<Alternative> alternatives = new ArrayList<>();
  private String kind = "";

  /** Which term those that follow change. */
  void kind(String term) {
    kind = term;
  }

  void metric(String id, String theirs, String agreed, MetricChange change) {
    alternatives.add(new Alternative(id, kind, theirs, agreed, new OfMetric(change)));
  }

  void text(String id, String theirs, String agreed, TextChange change) {
    alternatives.add(new Alternative(id, kind, theirs, agreed, new OfText(change)));
  }

  List<Alternative> alternatives() {
    return List.copyOf(alternatives);
  }
}
