package org.plumbline.web.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.identity.ViewerArgument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers of the API carry a tag of their content; who has it already gets 304. Who sends one along
 * ({@code If-Match}) with what would change something is refused if the nearest address above that
 * can be read reads otherwise by now (412).
 */
final class Tags extends ShallowEtagHeaderFilter {

  private static final int STRIPES = 64;

  private final ViewerArgument viewers;
  private final ObjectProvider<DispatcherServlet> dispatcher;
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

  Tags(ViewerArgument viewers, ObjectProvider<DispatcherServlet> dispatcher) {
    this.viewers = viewers;
    this.dispatcher = dispatcher;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String asked = request.getHeader("If-Match");
    if (asked == null || request.getMethod().equals("GET") || viewers.current().isEmpty()) {
      super.doFilterInternal(request, response, chain);
      return;
    }
    // Two who looked at the same cannot both be first.
    ReentrantLock turn = turns.get(Math.floorMod(agreement(request).hashCode(), STRIPES));
    turn.lock();
    try {
      Optional<String> now = now(request, response);
      if (now.isPresent() && matches(asked, now.get())) {
        super.doFilterInternal(request, response, chain);
      } else {
        Problem.tell(
            response,
            412,
            "It reads otherwise by now",
            "Something was recorded since you looked. Read it again, and decide anew.");
      }
    } finally {
      turn.unlock();
    }
  }

  private static String agreement(HttpServletRequest request) {
    return request.getRequestURI().split("/", 5).length > 3
        ? request.getRequestURI().split("/", 5)[3]
        : "";
  }

  private static boolean matches(String asked, String now) {
    return asked.strip().equals("*")
        || Arrays.stream(asked.split(",", -1)).map(String::strip).anyMatch(now::equals);
  }

  /** The tag of the nearest address that can be read, as it is for who asks. */
  private Optional<String> now(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    while (path.length() > "/api/".length()) {
      ContentCachingResponseWrapper read = new ContentCachingResponseWrapper(new Unsent(response));
      dispatcher.getObject().service(new Read(request, path), read);
      if (read.getStatus() == 200) {
        String own = read.getHeader("ETag");
        return Optional.of(
            own == null
                ? generateETagHeaderValue(
                    new ByteArrayInputStream(read.getContentAsByteArray()), false)
                : own);
      }
      path = path.substring(0, path.lastIndexOf('/'));
    }
    return Optional.empty();
  }

  /** The same person who reads an address. */
  private static final class Read extends HttpServletRequestWrapper {

    private final String path;
    private final Map<String, Object> attributes = new HashMap<>();

    Read(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
      for (String name : Collections.list(request.getAttributeNames())) {
        attributes.put(name, Objects.requireNonNull(request.getAttribute(name)));
      }
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer(path);
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
      return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      if (value == null) {
        attributes.remove(name);
      } else {
        attributes.put(name, value);
      }
    }

    @Override
    public void removeAttribute(String name) {
      attributes.remove(name);
    }
  }

  /** An answer that goes nowhere. */
  private static final class Unsent extends jakarta.servlet.http.HttpServletResponseWrapper {

    private int status = 200;
    private final Map<String, String> headers = new HashMap<>();

    Unsent(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int code) {
      status = code;
    }

    @Override
    public int getStatus() {
      return status;
    }

    @Override
    public void sendError(int code) {
      status = code;
    }

    @Override
    public void sendError(int code, String message) {
      status = code;
    }

    @Override
    public void setHeader(String name, String value) {
      headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
    }

    @Override
    public void addHeader(String name, String value) {
      setHeader(name, value);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public boolean containsHeader(String name) {
      return headers.containsKey(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public void setContentType(String type) {
      setHeader("Content-Type", type);
    }

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setCharacterEncoding(String encoding) {}

    @Override
    public boolean isCommitted() {
      return false;
    }

    @Override
    public void flushBuffer() {}

    @Override
    public void reset() {
      headers.clear();
    }

    @Override
    public void resetBuffer() {}
  }
}
