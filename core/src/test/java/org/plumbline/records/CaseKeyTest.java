package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseKeyTest {

  @Test
  void aKeyOfOnePartIsThatPart() {
    assertThat(CaseKey.of(List.of("a / \"b"))).isEqualTo("a / \"b");
    assertThat(CaseKey.parts("a / \"b", 1)).contains(List.of("a / \"b"));
  }

  @Test
  void aPartThatCouldBeTakenForTwoIsQuoted() {
    assertThat(CaseKey.of(List.of("North / South", "17"))).isEqualTo("\"North / South\" / 17");
    assertThat(CaseKey.of(List.of("A/B", "17"))).isEqualTo("A/B / 17");
    assertThat(CaseKey.parts("A/B / 17", 3)).isEmpty();
    assertThat(CaseKey.parts("\"A\"x / 17", 2)).isEmpty();
  }

  @Test
  void noTwoKeysAreTheSameTextAndEachIsReadBack() {
    Random random = new Random(20_261_122);
    Map<String, List<String>> seen = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      List<String> parts = List.of(part(random), part(random), part(random));
      String key = CaseKey.of(parts);
      assertThat(CaseKey.parts(key, 3)).as(key).contains(parts);
      assertThat(seen.computeIfAbsent(key, it -> parts)).as(key).isEqualTo(parts);
    }
  }

  private static String part(Random random) {
    StringBuilder part = new StringBuilder();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      part.append("a/ \"\\".charAt(random.nextInt(5)));
    }
    return part.toString();
  }
}
