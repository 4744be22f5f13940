package org.plumbline.web.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request whose body is hashed while it is read, so that a large one is read once. */
final class DigestedRequest extends HttpServletRequestWrapper {

  private final MessageDigest digest;
  private @Nullable Hashed stream;

  DigestedRequest(HttpServletRequest request) {
    super(request);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    String head =
        String.join(
            "\n",
            request.getMethod(),
            request.getRequestURI(),
            Objects.requireNonNullElse(request.getQueryString(), ""),
            Objects.requireNonNullElse(request.getContentType(), ""),
            "");
    digest.update(head.getBytes(UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (stream == null) {
      stream = new Hashed(super.getInputStream());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String encoding = getCharacterEncoding();
    return new BufferedReader(
        new InputStreamReader(
            getInputStream(),
            encoding == null ? UTF_8 : java.nio.charset.Charset.forName(encoding)));
  }

  /** What names the whole request; reads what of it was not read yet. */
  byte[] digest() throws IOException {
    String type = Objects.requireNonNullElse(getContentType(), "");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      new TreeMap<>(getParameterMap())
          .forEach(
              (name, values) ->
                  digest.update((name + "=" + Arrays.toString(values) + "\n").getBytes(UTF_8)));
    } else {
      getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  private final class Hashed extends ServletInputStream {

    private final ServletInputStream in;

    Hashed(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        digest.update((byte) value);
      }
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = in.read(into, from, length);
      if (count > 0) {
        digest.update(into, from, count);
      }
      return count;
    }

    /** What a handler has read to its end stays open for what it left. */
    @Override
    public void close() {}

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
