package org.plumbline.web;

import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole life of one agreement through the API; {@link LifeBrowserTest} has it in a browser. */
class LifeTest {

  /** At any moment it is another day in one of the last two than in UTC. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Etc/GMT+12", "Pacific/Kiritimati"})
  void twoProgramsOfTwoPartiesLiveIt(String zone) throws IOException {
    try (EmptyServer empty = new EmptyServer()) {
      URI home = empty.server.address();
      Life.lived(
          new AtAProgram(home, "Ada Customer", "ada@department.test"),
          new AtAProgram(home, "Paul Provider", "paul@provider.test"),
          empty.server.begin().orElseThrow(),
          ZoneId.of(zone));
    }
  }
}
