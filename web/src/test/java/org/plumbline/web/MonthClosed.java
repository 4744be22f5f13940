package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A server on which a month was delivered, measured, contested and reported by two parties. */
final class MonthClosed {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  final TestServer site = new TestServer();
  final Client provider;
  final String agreement;
  private final String program;
  private final Client token;
  private final String load;
  private final String result;
  private final String request;

  MonthClosed() throws IOException {
    String across = site.organization("Finance Service Center", "party");
    provider = site.person(across, "Paul Provider", "paul@provider.test", "program-manager");
    token = site.client().token(TestServer.token(provider, true));
    Client customer = site.client().token(TestServer.token(site.administrator, true));
    program =
        location(
            customer.send(
                "POST",
                "/api/agreements?side=customer&across=" + across,
                "application/yaml",
                Files.readAllBytes(CHAIN.resolve("agreement.yaml"))));
    String version =
        JsonMapper.shared()
            .readTree(customer.get(program + "/versions").body())
            .get(0)
            .get("id")
            .asString();
    said(customer, program + "/versions/" + version + "/send");
    agreement = program.substring("/api".length());
    file("records.yaml", "records.yaml");
    load = file("invoices.csv", "records/invoices.csv");
    said(load + "/certify?set=invoices&completeFor=2026-10");
    result = measured("2026-10");
    said(result + "/send");
    request =
        location(
            token.send(
                "POST",
                program + "/requests?metric=entered&period=2026-10&reason=No%20number",
                "application/json",
                "[{\"leave-out\": [\"I3\"]}, {\"leave-out\": [\"I2\"]}]".getBytes(UTF_8)));
    said(request + "/send");
    String issued = measured("2026-10");
    said(issued + "/send");
    said(program + "/close/2026-10/issue?result=" + issued.substring(issued.lastIndexOf('/') + 1));
    measured("2026-11");
    said(program + "/notices?kind=maintenance&text=Core%20system&from=2026-12-24&until=2026-12-25");
    said(program + "/reviews?planned=2026-12-03&subject=Monthly%20review");
  }

  /** The pages on which it is watched. */
  List<String> pages() {
    return List.of(
        "/dashboard",
        "/to-do",
        agreement + "/dashboard",
        agreement + "/close",
        agreement + "/close/2026-10",
        agreement + "/close/2026-11",
        agreement + "/requests",
        agreement + "/notices",
        agreement + "/reviews",
        agreement + "/oversight",
        agreement + "/renewal",
        agreement + "/requests/new?metric=entered&period=2026-10&case=I3",
        request.substring("/api".length()),
        load.substring("/api".length()),
        result.substring("/api".length()));
  }

  private String file(String name, String path) throws IOException {
    return location(
        token.send(
            "POST",
            program + "/records?name=" + name,
            "application/octet-stream",
            Files.readAllBytes(CHAIN.resolve(path))));
  }

  private String measured(String period) {
    return location(
        token.send("POST", program + "/results?period=" + period, "application/json", new byte[0]));
  }

  private void said(String path) {
    said(token, path);
  }

  private static void said(Client who, String path) {
    Client.Answer answer = who.send("POST", path, "application/json", new byte[0]);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.body());
    }
  }

  private static String location(Client.Answer answer) {
    return answer
        .response()
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.body()));
  }
}
