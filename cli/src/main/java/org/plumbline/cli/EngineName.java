package org.plumbline.cli;

/** What computed a figure, as reports say it. */
final class EngineName {
  private EngineName() {}

  static String of() {
    String version = Plumbline.class.getPackage().getImplementationVersion();
    return "Plumbline " + (version == null ? "(development)" : version) + ", DuckDB";
  }
}
