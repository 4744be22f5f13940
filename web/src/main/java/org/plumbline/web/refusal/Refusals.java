package org.plumbline.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.plumbline.web.identity.ViewerArgument;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Tells refusals: to a browser as a page, to a program as a problem (RFC 9457). */
@Order(Ordered.HIGHEST_PRECEDENCE) // Before Spring’s own, which answers browsers with JSON.
@ControllerAdvice
class Refusals {

  private final ViewerArgument viewers;

  Refusals(ViewerArgument viewers) {
    this.viewers = viewers;
  }

  @ExceptionHandler
  Object notHere(NotHere refusal, HttpServletRequest request) {
    return told(request, HttpStatus.NOT_FOUND, "Nothing here", sentence(refusal));
  }

  /** An address whose id is no id leads nowhere. */
  @ExceptionHandler
  Object noId(MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
    return told(request, HttpStatus.NOT_FOUND, "Nothing here", "This address leads nowhere.");
  }

  @ExceptionHandler
  Object notAllowed(NotAllowed refusal, HttpServletRequest request) {
    return told(request, HttpStatus.FORBIDDEN, "Not for your role", sentence(refusal));
  }

  @ExceptionHandler
  Object refused(Refused refusal, HttpServletRequest request) {
    return told(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        "This cannot be taken as it is",
        sentence(refusal));
  }

  @ExceptionHandler
  Object missing(MissingServletRequestParameterException fault, HttpServletRequest request) {
    return told(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        "This cannot be taken as it is",
        "Say “" + fault.getParameterName() + "” too.");
  }

  @ExceptionHandler
  Object tooLarge(MaxUploadSizeExceededException fault, HttpServletRequest request) {
    return told(
        request,
        HttpStatus.CONTENT_TOO_LARGE,
        "Too large",
        "Send at most 512 MB at once; CSV may be packed with gzip.");
  }

  @ExceptionHandler
  Object loggedOut(LoggedOut refusal, HttpServletRequest request) {
    return isApi(request)
        ? told(request, HttpStatus.UNAUTHORIZED, "Log in", "Name a token that holds.")
        : new ModelAndView("redirect:/log-in");
  }

  private Object told(
      HttpServletRequest request, HttpStatus status, String title, String sentence) {
    if (isApi(request)) {
      return ResponseEntity.status(status)
          .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
          .body(problem(request, status, title, sentence));
    }
    Map<String, Object> model = new HashMap<>(Map.of("title", title, "sentence", sentence));
    viewers.current().ifPresent(viewer -> model.put("viewer", viewer));
    return new ModelAndView("refused", model, status);
  }

  private static String sentence(RuntimeException refusal) {
    return Objects.requireNonNullElse(refusal.getMessage(), "");
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static ProblemDetail problem(
      HttpServletRequest request, HttpStatus status, String title, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(title);
    problem.setInstance(URI.create(request.getRequestURI()));
    return problem;
  }
}
