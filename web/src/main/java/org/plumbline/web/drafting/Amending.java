package org.plumbline.web.drafting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.TermEdit;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.signoff.SignOffs;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Drafts that change some values of a text: an amendment of it once all have signed it. */
@Component
public final class Amending {

  private final Agreements agreements;
  private final SignOffs signOffs;

  Amending(Agreements agreements, SignOffs signOffs) {
    this.agreements = agreements;
    this.signOffs = signOffs;
  }

  /**
   * Why a text is amended.
   *
   * @param effective the first day of the new terms
   * @param driver as the language writes it, such as {@code law}
   */
  public record Why(LocalDate effective, String reason, String driver) {}

  /**
   * Makes a draft.
   *
   * @param values new texts by path; empty texts take values out
   * @return the draft
   * @throws Refused if the values cannot be written
   */
  public UUID draft(Viewer viewer, VersionRow base, Map<String, String> values, Why why) {
    CheckedText text = agreements.text(viewer, base);
    Map<String, String> changes = new LinkedHashMap<>(values);
    if (signOffs.progress(viewer, base.agreement(), base).isSigned()) {
      changes.put("amendment", amendment(why, base, text));
    }
    return agreements.draft(
        viewer, base.agreement(), edited(text, changes), Optional.of(base.id()));
  }

  /** A text with other values. */
  static String edited(CheckedText text, Map<String, String> changes) {
    return textOf(TermEdit.edit(text.text(), changes, Folder.NONE));
  }

  /**
   * The text with its changes.
   *
   * @throws Refused if it can no longer be read
   */
  static String textOf(TermEdit.Edited edited) {
    return edited
        .text()
        .orElseThrow(
            () ->
                new Refused(
                    edited.findings().stream()
                        .findFirst()
                        .map(finding -> finding.found() + "; " + finding.right() + ".")
                        .orElse("This cannot be read.")));
  }

  private static String amendment(Why why, VersionRow base, CheckedText text) {
    int number = text.agreement().orElseThrow().amendment().map(Amendment::number).orElse(0) + 1;
    Map<String, Object> amendment = new LinkedHashMap<>();
    amendment.put("number", number);
    amendment.put("replaces", base.hash().orElseThrow());
    amendment.put("effective", why.effective().toString());
    amendment.put("reason", why.reason().replaceAll("\\s+", " "));
    amendment.put("driver", why.driver());
    return JsonMapper.shared().writeValueAsString(amendment);
  }
}
