package org.plumbline.cli;

/** What computed a figure, as reports say it. */
final class EngineName {
  private EngineName() {}

  /** With what computed it. */
  static String of() {
    return program() + ", DuckDB";
  }

  /** The program alone. */
  static String program() {
    String version = Plumbline.class.getPackage().getImplementationVersion();
    return "Plumbline " + (version == null ? "(development)" : version);
  }
}
