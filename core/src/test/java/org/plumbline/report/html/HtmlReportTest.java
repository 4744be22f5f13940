package org.plumbline.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.Desk;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.ReportBuilder;

class HtmlReportTest {
  private final String page = HtmlReport.render(ReportBuilder.build(DeskEvaluation.evaluation()));

  @Test
  void thePageAsksNothingOfAnybody() {
    assertThat(page)
        .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(")
        .contains("default-src 'none'");
  }

  @Test
  void headingsAndIdsAreInOrder() {
    List<String> levels = found("<h([1-6])");
    assertThat(levels.get(0)).isEqualTo("1");
    for (int i = 1; i < levels.size(); i++) {
      assertThat(Integer.parseInt(levels.get(i)))
          .isLessThanOrEqualTo(Integer.parseInt(levels.get(i - 1)) + 1);
    }
    List<String> ids = found(" id=\"([^\"]+)\"");
    assertThat(new TreeSet<>(ids)).hasSize(ids.size());
    assertThat(ids).containsAll(found("href=\"#([^\"]+)\""));
  }

  @Test
  void everyChartHasWordsAndATable() {
    long charts = page.split("<figure", -1).length - 1;
    assertThat(charts).isGreaterThan(5);
    for (String figure : found("(?s)(<figure.*?</figure>)")) {
      assertThat(figure).contains("role=\"img\"", "aria-label=", "<table>", "<caption>");
    }
    assertThat(page).contains("<title>Service desk, operations: Service Desk Center for");
  }

  @Test
  void hostileTextStaysText() {
    String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202E\u0000&amp;";
    String hostile =
        HtmlReport.render(
            ReportBuilder.build(
                DeskEvaluation.evaluation(Desk.agreement(Desk.metrics(), evil), Set.of(), evil)));
    assertThat(hostile)
        .doesNotContain("<script", "<img", "\u202E", "\u0000")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img");
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(HtmlReportTest::group).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }
}
