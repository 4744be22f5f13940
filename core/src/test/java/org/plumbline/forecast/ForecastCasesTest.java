package org.plumbline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Status;
import org.plumbline.report.json.ForecastJson;

/** The golden cases and examples that have a forecast, worked by hand in their pages. */
class ForecastCasesTest {

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../cases"));
        Stream<Path> examples = Files.list(Path.of("../examples"))) {
      return Stream.concat(folders, examples)
          .filter(folder -> Files.isRegularFile(folder.resolve("expected/forecast.csv")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aForecastIsWhatWasWorkedByHand(Path folder) throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("expected/forecast.csv"));
    List<String> names = List.of(rows.get(0).split(",", -1));
    String text = Files.readString(folder.resolve("agreement.yaml"));
    try (SmallForecast small =
        new SmallForecast(SmallForecast.read(text), folder.resolve("records"))) {
      Map<String, List<Forecast>> asOf = new LinkedHashMap<>();
      for (String row : rows.subList(1, rows.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        String[] values = row.split(",", -1);
        for (int i = 0; i < names.size(); i++) {
          cells.put(names.get(i), values[i]);
        }
        String day = cells.get("as_of");
        List<Forecast> all =
            asOf.computeIfAbsent(
                day, key -> small.forecast(SmallForecast.endOf(key), key.substring(0, 7), 1));
        Map<String, String> told = new LinkedHashMap<>(cells);
        all.stream()
            .filter(each -> each.metric().equals(cells.get("metric")))
            .forEach(each -> told.putAll(told(each, Objects.requireNonNull(cells.get("line")))));
        assertThat(told).as(row).isEqualTo(cells);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsWrittenAsDataIsAsItsSchemaSays(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("agreement.yaml"));
    Agreement agreement = SmallForecast.read(text);
    try (SmallForecast small = new SmallForecast(agreement, folder.resolve("records"));
        InputStream schema =
            Objects.requireNonNull(
                ForecastJson.class.getResourceAsStream(ForecastJson.SCHEMA_RESOURCE))) {
      Instant asOf = SmallForecast.endOf("2026-10-15");
      List<Forecast> forecasts = small.forecast(asOf, "2026-10", 1);
      String json =
          ForecastJson.write(agreement, forecasts, forecasts.get(0).period(), "hash", asOf);

      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                  .validate(json, InputFormat.JSON))
          .isEmpty();
      assertThat(json).contains("1 more may be late of the about 3 still to come", "\"settles\"");
    }
  }

  private static Map<String, String> told(Forecast forecast, String name) {
    Map<String, String> told = new LinkedHashMap<>();
    LineForecast line =
        forecast.lines().stream()
            .filter(
                each ->
                    name.equals(
                        each.line().level().name().toLowerCase(java.util.Locale.ROOT)
                            + "/"
                            + each.line().line()))
            .findFirst()
            .orElseThrow();
    told.put("usual", number(line.usual()));
    told.put("open", Long.toString(line.open()));
    told.put("allowed", number(line.allowed()));
    told.put("allowed_of_open", number(line.allowedOfOpen()));
    told.put("needed", number(line.needed()));
    told.put("room", line.room().map(Exact::toString).orElse("-"));
    told.put("rest", line.rest().map(Exact::toString).orElse("-"));
    Certainty certainty = forecast.certainty().orElseThrow();
    told.put("result", certainty.result().map(Status::key).orElse("-"));
    told.put("since", day(certainty.since()));
    told.put("settles", day(certainty.settles()));
    told.put("latest", day(certainty.latest()));
    told.put("as_it_was", forecast.chance().map(chance -> "" + chance.asItWas()).orElse("-"));
    return told;
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "-";
  }

  private static String day(Optional<java.time.LocalDate> day) {
    return day.map(Object::toString).orElse("-");
  }
}
