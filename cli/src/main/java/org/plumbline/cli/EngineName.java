package org.plumbline.cli;

import org.plumbline.known.EngineMaker;

/** What computed a figure, as reports say it. */
final class EngineName {
  private static final EngineMaker MAKER = EngineMaker.ofClassPath();

  private EngineName() {}

  /** Makes what computes figures. */
  static EngineMaker maker() {
    return MAKER;
  }

  /** With what computed it. */
  static String of() {
    return program() + ", " + MAKER.name();
  }

  /** The program alone. */
  static String program() {
    String version = Plumbline.class.getPackage().getImplementationVersion();
    return "Plumbline " + (version == null ? "(development)" : version);
  }
}
