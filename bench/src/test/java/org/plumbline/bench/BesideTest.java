package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BesideTest {
  @TempDir private Path folder;

  /** Programs that are not installed are left out, and say so. */
  @Test
  void allSidesThatAreThereGiveOneAnswer() throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Beside.run(200, folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("| open seconds | a loop over days, Java | 200 |")
        .contains("| the same |")
        .doesNotContain("DIFFERS");
  }
}
