package org.plumbline.catalog.yaml;

import java.util.List;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.CatalogDocument;
import org.plumbline.catalog.Measure;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a catalog as YAML. */
public final class CatalogYaml {

  private CatalogYaml() {}

  /** The text of a document with these measures. */
  public static String write(Catalog catalog, List<Measure> measures) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(100)
            .setBestLineBreak("\n")
            .build();
    return new Dump(settings).dumpToString(CatalogDocument.of(catalog, measures));
  }
}
