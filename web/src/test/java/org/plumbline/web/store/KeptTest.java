package org.plumbline.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept never weighs more than it may. */
class KeptTest {

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    Kept<String, String> kept = new Kept<>(10);
    kept.keep("a", "A", 4);
    kept.keep("b", "B", 4);
    assertThat(kept.of("a")).contains("A");
    kept.keep("c", "C", 6);
    assertThat(kept.of("b")).isEmpty();
    assertThat(kept.of("a")).contains("A");
    assertThat(kept.of("c")).contains("C");
  }

  @Test
  void whatIsTooHeavyIsNotKeptAndWhatIsKeptAgainWeighsOnce() {
    Kept<String, String> kept = new Kept<>(10);
    kept.keep("a", "A", 11);
    assertThat(kept.of("a")).isEmpty();
    kept.keep("b", "B", 6);
    kept.keep("b", "B2", 6);
    kept.keep("c", "C", 4);
    assertThat(kept.of("b")).contains("B2");
    assertThat(kept.of("c")).contains("C");
  }
}
