package org.plumbline.web.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How what is told is signed: Standard Webhooks, HMAC-SHA256 over id, time and body. */
final class Signature {

  private static final String SECRET = "whsec_";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  /** A new secret of 256 bits. */
  static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return SECRET + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param seconds when it is sent, in seconds since 1970
   */
  static String of(String secret, String id, long seconds, String body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET.length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] code = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("every Java has HMAC-SHA256", fault);
    }
  }
}
