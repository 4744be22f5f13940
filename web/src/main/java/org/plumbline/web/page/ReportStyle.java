package org.plumbline.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.plumbline.report.html.HtmlReport;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The style of a report, for reports within pages: the same file that reports carry, nested under
 * {@code .pl-report}, so that it touches nothing else, and always light as the pages are.
 */
@RestController
class ReportStyle {

  private final String style = nested();

  @GetMapping("/assets/report.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)))
        .body(style);
  }

  private static String nested() {
    try (InputStream stream =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      String own = new String(stream.readAllBytes(), UTF_8);
      return ".pl-report {\n"
          + own.replace(":root", "&")
              .replace("color-scheme: light dark", "color-scheme: light")
              .replace("(prefers-color-scheme: dark)", "not all")
          + "\n}\n";
    } catch (IOException e) {
      throw new UncheckedIOException("reading the style of reports", e);
    }
  }
}
