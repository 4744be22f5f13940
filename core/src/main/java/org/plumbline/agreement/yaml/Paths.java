package org.plumbline.agreement.yaml;

import org.plumbline.finding.FindingCode;

/** Paths of files beside the agreement. */
final class Paths {

  private Paths() {}

  /** Whether it is a relative path that stays in the folder; if not, that is told. */
  static boolean check(YamlValue.Scalar scalar, Scalars scalars) {
    if (Folder.isWithin(scalar.text())) {
      return true;
    }
    scalars.refuse(
        scalar,
        FindingCode.NOT_A_FILE,
        "is not a path within the folder of this file",
        "write a relative path without .., such as conops.yaml");
    return false;
  }
}
