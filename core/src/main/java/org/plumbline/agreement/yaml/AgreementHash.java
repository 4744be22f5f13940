package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Findings;

/**
 * The hash that names a version of an agreement: {@code plumbline1:sha-256:} and 64 hex digits of
 * its {@link CanonicalForm}. It changes with the meaning, not with comments, order of keys, quotes
 * or short forms.
 */
public final class AgreementHash {

  /** The version of the canonical form and the method, before the digits. */
  public static final String PREFIX = "plumbline1:sha-256:";

  private AgreementHash() {}

  /** The hash of an agreement whose included documents lie in the folder. */
  public static String inFolder(Agreement agreement, Folder folder) {
    return of(agreement, path -> folder.read(path).flatMap(bytes -> ofDocument(path, bytes)));
  }

  /**
   * The hash of an agreement.
   *
   * @param hashOf the hash of an included document by its path, if it is known
   */
  public static String of(Agreement agreement, Function<String, Optional<String>> hashOf) {
    return digest(CanonicalForm.of(agreement, hashOf));
  }

  /** The hash of a companion document; empty if it is no YAML. */
  public static Optional<String> ofDocument(String file, byte[] bytes) {
    Findings findings = new Findings();
    return YamlText.decode(file, bytes, findings)
        .flatMap(text -> YamlText.read(file, text, findings))
        .filter(tree -> !findings.hasErrors())
        .map(tree -> digest(CanonicalForm.ofTree(tree)));
  }

  private static String digest(String canonical) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
