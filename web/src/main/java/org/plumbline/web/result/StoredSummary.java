package org.plumbline.web.result;

import java.util.List;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Summary;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a result as the register keeps them. */
public final class StoredSummary {

  private StoredSummary() {}

  /** As text of JSON. */
  static String write(Evaluation evaluation) {
    return JsonMapper.shared().writeValueAsString(Summary.of(evaluation));
  }

  /** What the text says; nothing of a result that was measured before lines were kept. */
  public static List<Summary.Line> read(String text) {
    return List.of(JsonMapper.shared().readValue(text, Summary.Line[].class));
  }
}
