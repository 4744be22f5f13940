package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A concept of operations from its first draft to the answers of both parties. */
class ConopsTest {

  private static final Path EXAMPLE = TestServer.EXAMPLES.resolve("accounts-payable/conops.yaml");

  @Test
  void aConceptIsDraftedWithItsHolesSentAndCertifiedByBothParties() throws IOException {
    TestServer site = new TestServer();
    String center = site.organization("Finance Service Center", "party");
    Client provider = site.person(center, "Pat", "pat@center.test", "business-owner");
    Client customer = site.administrator;
    String agreement =
        customer
            .upload(
                "/agreements/new",
                "/agreements",
                Map.of("side", "customer", "across", center),
                "agreement.yaml",
                Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml")))
            .path();
    String conops = agreement + "/conops";

    Client.Answer draft =
        customer.upload(conops, conops, Map.of(), "conops.yaml", Files.readAllBytes(EXAMPLE));
    String one = draft.path();
    assertThat(draft.body())
        .contains("Invoice to payment")
        .contains("nobody yet")
        .contains("Invoice acceptance and policy");
    assertThat(provider.get(one).status()).isEqualTo(404);

    assertThat(customer.post(one, one + "/certify", Map.of("decision", "accepted")).status())
        .as("not sent yet")
        .isEqualTo(422);
    customer.post(one, one + "/send", Map.of());
    assertThat(provider.get("/messages").body()).contains("A concept of operations to answer");
    assertThat(
            provider
                .post(one, one + "/certify", Map.of("decision", "accepted-pending-changes"))
                .status())
        .as("the changes have to be said")
        .isEqualTo(422);
    provider.post(
        one,
        one + "/certify",
        Map.of("decision", "accepted-pending-changes", "changes", "Name who governs."));
    String seen = customer.get(one).body();
    assertThat(seen).contains("accepted pending changes").contains("Name who governs.");

    provider.post(one, one + "/certify", Map.of("decision", "accepted"));
    customer.post(one, one + "/certify", Map.of("decision", "accepted"));
    assertThat(
            customer.get(agreement + "/guide/finalize-target-state-concept-of-operations").body())
        .contains("concept of operations Department of Examples 1");

    Client.Answer word = upload(customer, conops, "forms/conops.docx");
    assertThat(word.status()).isEqualTo(200);
    assertThat(word.body()).contains("Concept");
    Client.Answer matrix = upload(customer, conops, "forms/responsibilities.xlsx");
    assertThat(matrix.status()).isEqualTo(200);
    assertThat(matrix.body()).contains("accountable");
    Client.Answer noMatrix = upload(customer, conops, "spreadsheets/invoices.xlsx");
    assertThat(noMatrix.status()).isEqualTo(422);
    assertThat(noMatrix.body()).contains("no table has columns of R, A, C and I");
    assertThat(customer.upload(conops, conops, Map.of(), "bad.docx", new byte[] {1, 2, 3}).status())
        .isEqualTo(422);
    site.close();
  }

  private static Client.Answer upload(Client client, String conops, String example)
      throws IOException {
    Path file = TestServer.EXAMPLES.resolve(example);
    return client.upload(
        conops, conops, Map.of(), String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }
}
