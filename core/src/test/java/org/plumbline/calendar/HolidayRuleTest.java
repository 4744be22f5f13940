package org.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRuleTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @Test
  void aNameSaysItsRule() {
    assertThat(HolidayRule.parse("us-federal")).isEqualTo(new HolidayRule.UsFederal());
    assertThat(HolidayRule.parse("inauguration-day")).isEqualTo(new HolidayRule.InaugurationDay());
    assertThat(HolidayRule.parse("country:DE-BY").name()).isEqualTo("country:DE-BY");
  }

  @Test
  void aCountryHasItsHolidaysAndItsPartsHaveMore() {
    LocalDate unity = LocalDate.of(2026, 10, 3);
    LocalDate epiphany = LocalDate.of(2026, 1, 6);
    assertThat(new HolidayRule.Country("DE").observed(FIRST, LAST))
        .containsKey(unity)
        .doesNotContainKey(epiphany)
        .hasSize(9);
    assertThat(new HolidayRule.Country("DE-BY").observed(FIRST, LAST))
        .containsKeys(unity, epiphany);
  }

  /** The library and OPM's rules agree on the weekdays of an ordinary year. */
  @Test
  void theLibraryAgreesWithTheFederalRuleWhereItSaysTheSame() {
    for (int year = 2022; year <= 2028; year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      LocalDate last = LocalDate.of(year, 12, 31);
      assertThat(new HolidayRule.Country("US").observed(first, last).keySet())
          .as("%d", year)
          .containsAll(
              new HolidayRule.UsFederal()
                  .observed(first, last).entrySet().stream()
                      .filter(
                          day ->
                              List.of("Memorial Day", "Labor Day", "Thanksgiving Day")
                                  .contains(day.getValue()))
                      .map(java.util.Map.Entry::getKey)
                      .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us",
        "US-FEDERAL",
        "country:",
        "country:XX",
        "country:de",
        "country:DE-ZZ",
        "federal",
        ""
      })
  void anUnknownRuleIsRefusedWithWhatWouldBeRight(String text) {
    assertThatThrownBy(() -> HolidayRule.parse(text))
        .isInstanceOf(RefusedInputException.class)
        .hasMessageContaining("DE");
  }

  @Test
  void listedDatesAreHolidays() {
    LocalDate eve = LocalDate.of(2026, 12, 24);
    HolidayRule rule = HolidayRule.Listed.of(List.of(eve));
    assertThat(rule.observed(eve, eve)).containsKey(eve);
    assertThat(rule.observed(FIRST, eve.minusDays(1))).isEmpty();
  }
}
