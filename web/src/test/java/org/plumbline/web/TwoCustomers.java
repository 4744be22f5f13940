package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on which one provider has the same agreement with two customers. */
final class TwoCustomers {
  static final byte[] NOTHING = new byte[0];

  final TestServer site = new TestServer();
  final Client customer = site.administrator;
  final Client provider;
  final Client customerProgram;
  final Client providerProgram;
  final Client otherProgram;
  final String agreement;
  final String other;

  TwoCustomers() throws IOException {
    String center = site.organization("Finance Service Center", "party");
    String bureau = site.organization("Bureau", "party");
    provider = site.person(center, "Paul Provider", "paul@provider.test", "program-manager");
    Client third = site.person(bureau, "Bo Bureau", "bo@bureau.test", "program-manager");
    providerProgram = site.client().token(TestServer.token(provider, true));
    customerProgram = site.client().token(TestServer.token(customer, true));
    otherProgram = site.client().token(TestServer.token(third, true));
    String text = Files.readString(example("invoice-chain/agreement.yaml"));
    agreement = opened(customerProgram, center, text);
    other = opened(otherProgram, center, text.replace("{within: 30 days,", "{within: 45 days,"));
  }

  static Path example(String file) {
    return TestServer.EXAMPLES.resolve(file);
  }

  private static String opened(Client who, String across, String text) {
    String path =
        location(
            who.send(
                "POST",
                "/api/agreements?side=customer&across=" + across,
                "application/yaml",
                text.getBytes(UTF_8)));
    String version = json(who.get(path + "/versions")).get(0).get("id").asString();
    post(who, path + "/versions/" + version + "/send", NOTHING);
    return path.substring("/api".length());
  }

  /** The newest text that somebody sees. */
  String newest(Client who, String of) {
    return json(who.get("/api" + of + "/versions")).get(0).get("id").asString();
  }

  /** Does something by the API that has to be allowed. */
  static JsonNode post(Client who, String path, byte[] body) {
    String type =
        path.matches(".*/(catalogs|matrix|table)([/?].*)?")
            ? "application/octet-stream"
            : "application/json";
    Client.Answer answer = who.send("POST", path, type, body);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JsonMapper.shared().createObjectNode() : json(answer);
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
