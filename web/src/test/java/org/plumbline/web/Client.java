package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser without JavaScript, or (with a token) a program. */
final class Client {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  static {
    // Shorter than the server keeps a connection: on a busy machine one would find it closed.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String token = "";

  Client(URI server) {
    this.server = server;
  }

  /** What came back, redirects followed. */
  record Answer(
      int status, String path, String body, HttpResponse<String> response, boolean redirected) {}

  /** The cookie of the session, for another that asks in its place. */
  String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(java.util.stream.Collectors.joining("; "));
  }

  Client token(String secret) {
    token = secret;
    return this;
  }

  Answer get(String path) {
    return send(request(path).GET().build(), true);
  }

  /** Sends a form, with the secret against forged requests of a page that was looked at before. */
  Answer post(String from, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    csrf(get(from).body()).ifPresent(secret -> all.put("_csrf", secret));
    return post(path, all);
  }

  Answer post(String path, Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs)))
            .build(),
        true);
  }

  /** Sends a form with a file. */
  Answer upload(String from, String path, Map<String, String> fields, String name, byte[] content) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    csrf(get(from).body()).ifPresent(secret -> all.put("_csrf", secret));
    return upload(path, all, name, content);
  }

  Answer upload(String path, Map<String, String> fields, String name, byte[] content) {
    String boundary = "------plumbline";
    var body = new java.io.ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(UTF_8)));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        true);
  }

  /** Sends a body, as programs do. */
  Answer send(String method, String path, String type, byte[] content) {
    return send(
        request(path)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(content))
            .build(),
        false);
  }

  /** The same with headers, a name and a value each. */
  Answer send(String method, String path, byte[] content, String... headers) {
    return send(
        request(path).headers(headers).method(method, BodyPublishers.ofByteArray(content)).build(),
        false);
  }

  Answer with(String path, String header, String value) {
    return send(request(path).header(header, value).GET().build(), false);
  }

  /** What is at an address, byte by byte. */
  byte[] bytes(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void logIn(String email, String password) {
    Answer answer = post("/log-in", "/log-in", Map.of("email", email, "password", password));
    if (!answer.path().equals("/")) {
      throw new AssertionError("not logged in: " + answer.path());
    }
  }

  static Optional<String> csrf(String page) {
    Matcher found = CSRF.matcher(page);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Answer send(HttpRequest request, boolean follows) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      HttpRequest last = request;
      boolean redirected = follows && response.statusCode() / 100 == 3;
      for (int hop = 0; follows && response.statusCode() / 100 == 3 && hop < 5; hop++) {
        last =
            request(
                    last.uri()
                        .resolve(response.headers().firstValue("Location").orElseThrow())
                        .toString())
                .GET()
                .build();
        response = http.send(last, BodyHandlers.ofString());
      }
      String query = last.uri().getRawQuery();
      return new Answer(
          response.statusCode(),
          last.uri().getPath() + (query == null ? "" : "?" + query),
          response.body(),
          response,
          redirected);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
