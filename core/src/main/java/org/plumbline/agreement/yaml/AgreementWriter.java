package org.plumbline.agreement.yaml;

import org.plumbline.agreement.Agreement;

/**
 * Writes an agreement as YAML that reads as the same agreement. What has its default and was not
 * given is not written.
 */
public final class AgreementWriter {

  private AgreementWriter() {}

  /** The text of a file. */
  public static String write(Agreement agreement) {
    return YamlPrinter.print(WrittenAgreement.of(agreement));
  }
}
