package org.plumbline.web.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.close.Closing;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.request.Requests;
import org.plumbline.web.result.Measured;
import org.plumbline.web.signoff.SignOff;
import org.plumbline.web.signoff.Signing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What two parties do with the invoice agreement: they sign it, report a month, contest and restate
 * it, and begin to amend the text. One request and one signature are left for who tries the demo.
 */
@Component
@ConditionalOnProperty(name = "plumbline.demo", havingValue = "true")
final class DemoMonth {

  private static final String OCTOBER = "2026-10";
  private static final String NOVEMBER = "2026-11";

  private final Agreements agreements;
  private final Measured measured;
  private final Closing closing;
  private final Requests requests;
  private final Signing signing;

  DemoMonth(
      Agreements agreements,
      Measured measured,
      Closing closing,
      Requests requests,
      Signing signing) {
    this.agreements = agreements;
    this.measured = measured;
    this.closing = closing;
    this.requests = requests;
    this.signing = signing;
  }

  /**
   * Those who act.
   *
   * @param customer looks after the agreement for the customer
   * @param customerOwner signs for the customer
   * @param provider looks after the agreement for the provider
   * @param providerOwner signs for the provider
   */
  record Cast(Viewer customer, Viewer customerOwner, Viewer provider, Viewer providerOwner) {}

  /** Both business owners sign the text that was sent. */
  void signed(Cast cast, UUID agreement) {
    UUID text = newest(cast.provider(), agreement).id();
    sign(cast.providerOwner(), agreement, text, 1);
    sign(cast.customerOwner(), agreement, text, 2);
  }

  /** October is reported, contested and restated, and one more request waits; November is sent. */
  void reported(Cast cast, UUID agreement) {
    Viewer provider = cast.provider();
    issue(provider, agreement, "");
    UUID first =
        request(
            provider,
            agreement,
            "entered",
            "I4 was entered on October 9; the extract shows the day of its second look.",
            "[{\"correct\": {\"case\": \"I4\", \"value-of\": \"entered\", \"to\":"
                + " \"2026-10-09\"}}]");
    requests.answer(
        cast.customer(),
        agreement,
        first,
        "granted",
        "",
        "The entry log of October 9 shows invoice I4.",
        "");
    issue(provider, agreement, "Request no. 1 was granted: invoice I4 was entered on October 9.");
    request(
        provider,
        agreement,
        "requested",
        "I6 waited from October 7 to 19 for the vendor’s new bank details.",
        "[{\"leave-out\": [\"I6\"]}]");
    measured.send(provider, agreement, measured.measure(provider, agreement, NOVEMBER));
  }

  /** The provider proposes an amendment and signs it; the customer's signature is missing. */
  void amended(Cast cast, UUID agreement) {
    Viewer provider = cast.provider();
    VersionRow before = newest(provider, agreement);
    String text = amendment(agreements.text(provider, before).text(), before.hash().orElseThrow());
    UUID draft = agreements.draft(provider, agreement, text, Optional.of(before.id()));
    agreements.send(provider, agreement, draft);
    sign(cast.providerOwner(), agreement, draft, 1);
  }

  /** The text of the example with a longer time to enter an invoice. */
  private static String amendment(String text, String hash) {
    return text.replace(
            "\ncalendar: ",
            "\namendment: {number: 1, replaces: "
                + hash
                + ", effective: 2027-04-01, reason: Invoices are entered in two systems until"
                + " September, driver: customer-operations, transition: by-start}\n\ncalendar: ")
        .replace(
            "enters it within two government workdays",
            "enters it within three government workdays")
        .replace("{within: 2 workdays,", "{within: 3 workdays,");
  }

  private void issue(Viewer provider, UUID agreement, String reason) {
    UUID result = measured.measure(provider, agreement, OCTOBER);
    measured.send(provider, agreement, result);
    closing.issue(provider, agreement, OCTOBER, Optional.of(result), reason);
  }

  private UUID request(Viewer by, UUID agreement, String metric, String reason, String asks) {
    UUID request = requests.ask(by, agreement, metric, OCTOBER, "", reason, List.of(), asks);
    requests.send(by, agreement, request);
    return request;
  }

  private void sign(Viewer by, UUID agreement, UUID text, int step) {
    signing.sign(
        by, agreement, text, step, Optional.of(SignOff.Decision.ACCEPTED), "", Optional.empty());
  }

  private VersionRow newest(Viewer by, UUID agreement) {
    return agreements.versions(by, agreement).get(0);
  }
}
