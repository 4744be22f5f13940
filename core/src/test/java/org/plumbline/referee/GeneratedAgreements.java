package org.plumbline.referee;

/** Agreements at random, as texts; for tests of other packages. */
public final class GeneratedAgreements {

  private GeneratedAgreements() {}

  /** The agreement of a seed. */
  public static String text(long seed) {
    return Generators.scenario(seed).text();
  }
}
