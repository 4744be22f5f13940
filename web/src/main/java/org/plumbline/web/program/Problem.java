package org.plumbline.web.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a program is told where no handler was reached (RFC 9457). */
final class Problem {

  private Problem() {}

  static void tell(HttpServletResponse response, int status, String title, String sentence)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", sentence);
    byte[] body = JsonMapper.shared().writeValueAsString(problem).getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
