package org.plumbline.check;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.RealAgreements;

/** Whatever an agreement says, the check ends with findings and never with an exception. */
class MutatedAgreementsTest {

  private static final int ROUNDS = Integer.getInteger("plumbline.mutations", 150);

  @ParameterizedTest
  @ValueSource(strings = {"service-desk", "accounts-payable"})
  void anAgreementWithWordsExchangedIsCheckedToTheEnd(String example) {
    String text = RealAgreements.text("examples/" + example + "/agreement.yaml");
    List<String> words = words(text);
    for (int seed = 0; seed < ROUNDS; seed++) {
      String mutated = mutated(text, words, new Random(seed));
      assertThatCode(() -> Checker.check(AgreementYaml.read("mutated.yaml", mutated)))
          .as("%s with seed %s", example, seed)
          .doesNotThrowAnyException();
    }
  }

  /** One to four words replaced by others of the same file, or a line left out. */
  private static String mutated(String text, List<String> words, Random random) {
    String mutated = text;
    for (int i = 0; i <= random.nextInt(4); i++) {
      if (random.nextInt(4) == 0) {
        List<String> lines = new ArrayList<>(Arrays.asList(mutated.split("\n", -1)));
        lines.remove(random.nextInt(lines.size()));
        mutated = String.join("\n", lines);
      } else {
        String old = words.get(random.nextInt(words.size()));
        int at = mutated.indexOf(old, random.nextInt(mutated.length()));
        if (at >= 0) {
          mutated =
              mutated.substring(0, at)
                  + words.get(random.nextInt(words.size()))
                  + mutated.substring(at + old.length());
        }
      }
    }
    return mutated;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s{}\\[\\],:]+", -1))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
