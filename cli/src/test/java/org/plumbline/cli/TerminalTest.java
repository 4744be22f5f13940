package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void aTerminalHasColorsAndItsWidth() {
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "COLUMNS", "120")))
        .isEqualTo(new Terminal(true, true, 120));
  }

  @Test
  void noColorAndDumbTerminalsHaveNone() {
    assertThat(Terminal.of(true, Map.of("NO_COLOR", "1")).colored()).isFalse();
    assertThat(Terminal.of(true, Map.of("TERM", "dumb")).colored()).isFalse();
    assertThat(Terminal.of(true, Map.of("NO_COLOR", "")).colored()).isTrue();
  }

  @Test
  void aFileHasNeitherAndAFixedWidth() {
    assertThat(Terminal.of(false, Map.of("TERM", "xterm", "COLUMNS", "200")))
        .isEqualTo(Terminal.PLAIN);
  }

  @Test
  void widthsBeyondReasonAreCut() {
    assertThat(Terminal.of(true, Map.of("COLUMNS", "9999")).width()).isEqualTo(160);
    assertThat(Terminal.of(true, Map.of("COLUMNS", "3")).width()).isEqualTo(60);
    assertThat(Terminal.of(true, Map.of("COLUMNS", "wide")).width()).isEqualTo(100);
  }
}
