package org.plumbline.profile;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that is a number, and how it is written.
 *
 * @param value the number, if a point is the decimal mark unless only a comma can be it
 * @param grouped whether marks set groups of three digits apart, or a comma is the decimal mark
 * @param comma whether only a comma can be the decimal mark
 * @param money whether a currency is named
 * @param percent whether a percent sign follows
 */
public record Numeral(
    BigDecimal value, boolean grouped, boolean comma, boolean money, boolean percent) {

  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3} ?)?([+-]?)([$€£] ?)?([\\d.,]{1,30})( ?[A-Z]{3})?( ?%)?");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?|\\.\\d+");
  private static final Pattern POINT = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern COMMA = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d+)?|\\d+,\\d+");

  private static boolean isCurrency(@Nullable String code) {
    return code == null || CURRENCIES.contains(code.strip());
  }

  /** Reads a text, if it is a number. */
  public static Optional<Numeral> of(String cell) {
    if (cell.isEmpty() || cell.length() > 40) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(cell);
    if (!form.matches()) {
      return Optional.empty();
    }
    String digits = form.group(4);
    String sign = form.group(2).equals("-") ? "-" : "";
    if (!isCurrency(form.group(1)) || !isCurrency(form.group(5))) {
      return Optional.empty();
    }
    boolean money = form.group(1) != null || form.group(3) != null || form.group(5) != null;
    boolean percent = form.group(6) != null;
    if (PLAIN.matcher(digits).matches()) {
      return Optional.of(new Numeral(new BigDecimal(sign + digits), false, false, money, percent));
    }
    if (POINT.matcher(digits).matches()) {
      BigDecimal value = new BigDecimal(sign + digits.replace(",", ""));
      return Optional.of(new Numeral(value, true, false, money, percent));
    }
    if (COMMA.matcher(digits).matches()) {
      BigDecimal value = new BigDecimal(sign + digits.replace(".", "").replace(',', '.'));
      return Optional.of(new Numeral(value, true, true, money, percent));
    }
    return Optional.empty();
  }
}
