package org.plumbline.web.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plumbline.web.identity.Secrets;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to requests that carried a key, for 24 hours. The register has the hash of person and
 * key, and the answer sealed with the key: what was told once (a secret) is not read there.
 */
@Component
final class KeptAnswers {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Store store;
  private final Clock clock;

  KeptAnswers(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A key of a person. */
  record Key(UUID person, byte[] hash, byte[] seal) {

    static Key of(Viewer viewer, String key) {
      return new Key(
          viewer.person(),
          Secrets.hash(viewer.person() + "\n" + key),
          Secrets.hash("answer\n" + viewer.person() + "\n" + key));
    }
  }

  /** What was answered. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  /**
   * What is known of a key that was used before.
   *
   * @param answer empty while it is being answered, or was cut off
   */
  record Begun(byte[] request, Optional<Answer> answer) {}

  private record Sealed(int status, Map<String, String> headers, String body) {}

  /** Begins one; what was begun with the key before, if anything. */
  Optional<Begun> begin(Key key) {
    return store.as(
        key.person(),
        jdbc ->
            jdbc.sql("select * from begin_answer(?, ?)")
                .params(key.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(
                    (rows, number) -> {
                      byte[] answer = rows.getBytes("answer");
                      return answer == null
                          ? new Begun(new byte[0], Optional.empty())
                          : new Begun(rows.getBytes("request"), Optional.of(open(key, answer)));
                    })
                .optional());
  }

  void keep(Key key, byte[] request, Answer answer) {
    store.<Object>as(
        key.person(),
        jdbc ->
            jdbc.sql("select keep_answer(?, ?, ?, ?)")
                .params(key.hash(), request, answer.status(), seal(key, answer))
                .query()
                .listOfRows());
  }

  /** Nothing was recorded: the key may be used again. */
  void forget(Key key) {
    store.<Object>as(
        key.person(),
        jdbc -> jdbc.sql("select forget_answer(?)").param(key.hash()).query().listOfRows());
  }

  private static byte[] seal(Key key, Answer answer) {
    String text =
        JsonMapper.shared()
            .writeValueAsString(
                new Sealed(
                    answer.status(),
                    answer.headers(),
                    java.util.Base64.getEncoder().encodeToString(answer.body())));
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(UTF_8));
    byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    return both;
  }

  private static Answer open(Key key, byte[] both) {
    byte[] nonce = Arrays.copyOf(both, NONCE);
    byte[] text =
        crypt(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(both, NONCE, both.length));
    Sealed sealed = JsonMapper.shared().readValue(new String(text, UTF_8), Sealed.class);
    return new Answer(
        sealed.status(), sealed.headers(), java.util.Base64.getDecoder().decode(sealed.body()));
  }

  private static byte[] crypt(int mode, Key key, byte[] nonce, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key.seal(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("an answer that was kept cannot be sealed or opened", fault);
    }
  }
}
