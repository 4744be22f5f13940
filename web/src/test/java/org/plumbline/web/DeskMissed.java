package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server on which the commercial desk missed a target in October 2026 and reported it: 360.00 USD
 * and a plan follow (examples/commercial-desk).
 */
final class DeskMissed {
  static final String CREDIT = "tickets-credit/tickets-resolved/2026-10";
  static final String PLAN = "plan/2026-10";
  private static final Path DESK = TestServer.EXAMPLES.resolve("commercial-desk");

  final TestServer site = new TestServer();
  final Client customer = site.administrator;
  final Client provider;
  final Client customerProgram;
  final Client providerProgram;
  final String agreement;

  DeskMissed() throws IOException {
    String across = site.organization("Example Desk Services Inc.", "party");
    provider = site.person(across, "Paul Provider", "paul@provider.test", "program-manager");
    providerProgram = site.client().token(TestServer.token(provider, true));
    customerProgram = site.client().token(TestServer.token(customer, true));
    String program =
        location(
            customerProgram.send(
                "POST",
                "/api/agreements?side=customer&across=" + across,
                "application/yaml",
                Files.readAllBytes(DESK.resolve("agreement.yaml"))));
    agreement = program.substring("/api".length());
    String version = json(customerProgram.get(program + "/versions")).get(0).get("id").asString();
    said(customerProgram, "/versions/" + version + "/send", "");
    for (String file :
        new String[] {
          "records.yaml", "records/tickets.csv", "records/calls.csv", "records/changes.csv"
        }) {
      Client.Answer loaded =
          providerProgram.send(
              "POST",
              program + "/records?name=" + file.replace("records/", ""),
              "application/octet-stream",
              Files.readAllBytes(DESK.resolve(file)));
      location(loaded);
    }
    String result = measured();
    said(providerProgram, "/results/" + result + "/send", "");
    said(providerProgram, "/close/2026-10/issue?result=" + result, "");
  }

  /** Measures October anew and gives the id of the result. */
  String measured() {
    String result =
        location(
            providerProgram.send(
                "POST",
                "/api" + agreement + "/results?period=2026-10",
                "application/json",
                new byte[0]));
    return result.substring(result.lastIndexOf('/') + 1);
  }

  /** Does something by the API that has to be allowed. */
  void said(Client who, String path, String body) {
    Client.Answer answer = said(path, who, body);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.body());
    }
  }

  Client.Answer said(String path, Client who, String body) {
    return who.send("POST", "/api" + agreement + path, "application/json", body.getBytes(UTF_8));
  }

  JsonNode ledger() {
    return json(customerProgram.get("/api" + agreement + "/ledger"));
  }

  static JsonNode json(Client.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String location(Client.Answer answer) {
    return answer
        .response()
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.body()));
  }
}
