package org.plumbline.report.json;

import java.util.List;
import org.plumbline.report.Document;
import org.plumbline.report.paper.InteragencyInputs;
import org.plumbline.report.paper.InteragencyTerms;
import org.plumbline.report.paper.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inputs to an interagency agreement as data, in the schema {@value #SCHEMA} ({@code
 * docs/formats/documents.md}).
 */
public final class InteragencyJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-interagency/1";

  private InteragencyJson() {}

  /** The JSON text, indented. */
  public static String write(Source source) {
    InteragencyTerms inputs = InteragencyTerms.of(source);
    Document document = InteragencyInputs.of(source);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("agreement").put("id", source.agreement().id()).put("version", source.hash());
    document.marking().ifPresent(marking -> root.put("marking", marking));
    root.put("made", source.made().toString());
    root.put("by", source.program());
    ArrayNode rules = root.putArray("rules");
    for (InteragencyTerms.Rule rule : inputs.rules()) {
      ObjectNode node = rules.addObject().put("id", rule.id()).put("rule", rule.rule());
      rule.holds().ifPresentOrElse(holds -> node.put("holds", holds), () -> node.putNull("holds"));
      node.put("because", rule.because());
    }
    blocks(root.putArray("7600A"), inputs.terms());
    blocks(root.putArray("7600B"), inputs.order());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static void blocks(ArrayNode array, List<InteragencyTerms.Entry> entries) {
    for (InteragencyTerms.Entry entry : entries) {
      ObjectNode node = array.addObject().put("block", entry.block()).put("field", entry.field());
      entry.value().ifPresentOrElse(value -> node.put("value", value), () -> node.putNull("value"));
    }
  }
}
