package org.plumbline.web.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to an address that was looked up once and held to {@link Networks}: Java’s own client looks
 * a name up by itself, and might be told another address by then. It follows no redirect and reads
 * no more than the status.
 */
final class Delivery {

  private static final int WAIT_MILLISECONDS = 10_000;
  private static final int LONGEST_LINE = 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

  private final Networks networks;

  Delivery(Networks networks) {
    this.networks = networks;
  }

  /**
   * Posts, and gives the status of the answer.
   *
   * @throws IOException if nobody answers, or the address is none that webhooks go to
   */
  int post(URI url, Map<String, String> headers, String content) throws IOException {
    boolean encrypted = url.getScheme().equals("https");
    int port = url.getPort() >= 0 ? url.getPort() : encrypted ? 443 : 80;
    InetAddress address = address(url.getHost());
    if (!encrypted && !networks.named(address)) {
      throw new IOException("without encryption (http) webhooks go to named networks only");
    }
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address, port), WAIT_MILLISECONDS);
      plain.setSoTimeout(WAIT_MILLISECONDS);
      if (!encrypted) {
        return exchange(plain, url, headers, content);
      }
      try (SSLSocket secure =
          (SSLSocket)
              ((SSLSocketFactory) SSLSocketFactory.getDefault())
                  .createSocket(plain, url.getHost(), port, true)) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        return exchange(secure, url, headers, content);
      }
    }
  }

  /** The one address of a host; all that it has must be ones that webhooks go to. */
  private InetAddress address(String host) throws IOException {
    InetAddress[] all = InetAddress.getAllByName(host.replaceAll("^\\[|\\]$", ""));
    for (InetAddress each : all) {
      if (!networks.reaches(each)) {
        throw new IOException(
            host + " has the address " + each.getHostAddress() + ", to which webhooks do not go");
      }
    }
    return all[0];
  }

  private static int exchange(Socket socket, URI url, Map<String, String> headers, String content)
      throws IOException {
    byte[] body = content.getBytes(UTF_8);
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    StringBuilder head = new StringBuilder("POST " + path);
    if (url.getRawQuery() != null) {
      head.append('?').append(url.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(url.getRawAuthority());
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    socket.getOutputStream().write(all.toByteArray());
    socket.getOutputStream().flush();
    String line = line(socket.getInputStream());
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IOException("the answer is no HTTP");
    }
    return Integer.parseInt(status.group(1));
  }

  private static String line(InputStream in) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLISECONDS);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = in.read(); value >= 0 && value != '\n'; value = in.read()) {
      if (line.size() >= LONGEST_LINE || System.nanoTime() - until > 0) {
        throw new IOException("the answer takes too long");
      }
      line.write(value);
    }
    return line.toString(ISO_8859_1).strip();
  }
}
