package org.plumbline.web.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.identity.ViewerArgument;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a request with an {@code Idempotency-Key} (IETF draft) that is sent again as it was
 * answered before, and records nothing twice. A refusal is not kept: the same key may be used when
 * what stood in the way is gone.
 */
final class AnsweredOnce extends OncePerRequestFilter {

  private static final String HEADER = "Idempotency-Key";

  /** A string of structured fields (RFC 8941), or the same without quotes. */
  private static final Pattern KEY =
      Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

  private static final List<String> KEPT = List.of("Location", "Content-Type", "ETag", "Link");

  private final ViewerArgument viewers;
  private final KeptAnswers answers;

  AnsweredOnce(ViewerArgument viewers, KeptAnswers answers) {
    this.viewers = viewers;
    this.answers = answers;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Viewer> viewer = viewers.current();
    if (viewer.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Matcher named = KEY.matcher(request.getHeader(HEADER).strip());
    if (!named.matches()) {
      Problem.tell(
          response,
          400,
          "No key",
          "Idempotency-Key is 1 to 255 visible characters in quotes, such as"
              + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
      return;
    }
    String text = Optional.ofNullable(named.group(1)).orElseGet(() -> named.group(2));
    KeptAnswers.Key key = KeptAnswers.Key.of(viewer.get(), text);
    DigestedRequest digested = new DigestedRequest(request);
    Optional<KeptAnswers.Begun> before = answers.begin(key);
    if (before.isPresent()) {
      again(digested, response, before.get());
    } else {
      first(digested, response, chain, key);
    }
  }

  private static void again(
      DigestedRequest request, HttpServletResponse response, KeptAnswers.Begun before)
      throws IOException {
    if (before.answer().isEmpty()) {
      Problem.tell(
          response,
          409,
          "Not known yet",
          "A request with this key is being answered, or was cut off. Ask again in a moment; if it"
              + " stays so, look whether it was recorded, and use another key.");
    } else if (!java.util.Arrays.equals(before.request(), request.digest())) {
      Problem.tell(
          response,
          422,
          "Another request",
          "This key was used for another request; take a new one.");
    } else {
      KeptAnswers.Answer answer = before.answer().get();
      response.setStatus(answer.status());
      answer.headers().forEach(response::setHeader);
      response.setHeader("Idempotency-Replayed", "true");
      response.getOutputStream().write(answer.body());
    }
  }

  private void first(
      DigestedRequest request, HttpServletResponse response, FilterChain chain, KeptAnswers.Key key)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, kept);
    int status = kept.getStatus();
    if (status / 100 == 2) {
      Map<String, String> headers = new LinkedHashMap<>();
      for (String name : KEPT) {
        Optional.ofNullable(kept.getHeader(name)).ifPresent(value -> headers.put(name, value));
      }
      Optional.ofNullable(kept.getContentType())
          .ifPresent(type -> headers.putIfAbsent("Content-Type", type));
      answers.keep(
          key,
          request.digest(),
          new KeptAnswers.Answer(status, headers, kept.getContentAsByteArray()));
    } else if (status < 500) {
      answers.forget(key);
    }
    kept.copyBodyToResponse();
  }
}
