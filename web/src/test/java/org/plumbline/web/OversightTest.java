package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A QSMO reads an agreement from when who may send admitted it, and is informed by an act. */
class OversightTest {

  @Test
  void aQsmoIsAdmittedAndInformedByWhoMaySend() throws IOException {
    MonthClosed month = new MonthClosed();
    try {
      String qsmo = month.site.organization("Finance QSMO", "qsmo");
      Client quinn = month.site.person(qsmo, "Quinn", "quinn@qsmo.test", "qsmo");
      String page = month.agreement + "/oversight";
      assertThat(quinn.get(page).status()).isEqualTo(404);
      Client provider = month.provider;
      assertThat(
              provider
                  .post(page, page + "/informed", Map.of("overseer", qsmo, "text", "x"))
                  .status())
          .isEqualTo(422);
      assertThat(provider.post(page, page, Map.of("overseer", qsmo)).status()).isEqualTo(200);
      assertThat(quinn.get(page).body()).contains("Finance QSMO, QSMO");
      assertThat(month.site.administrator.get(month.agreement).body())
          .contains("Read by", "Finance QSMO");
      assertThat(
              provider
                  .post(
                      page,
                      page + "/informed",
                      Map.of("overseer", qsmo, "text", "Renewal is talked about"))
                  .body())
          .contains("Renewal is talked about", "Paul Provider");
      assertThat(quinn.get("/messages").body())
          .contains("For your information", "Admitted to read");
      assertThat(month.site.administrator.get("/messages").body()).contains("Admitted to read");
      assertThat(provider.post(page, page, Map.of("overseer", qsmo)).status()).isEqualTo(422);
      assertThat(quinn.get(page).body()).doesNotContain("Inform them").contains("Renewal");
    } finally {
      month.site.close();
    }
  }
}
