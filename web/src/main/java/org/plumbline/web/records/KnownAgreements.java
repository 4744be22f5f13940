package org.plumbline.web.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.register.Register;
import org.plumbline.register.Request;
import org.plumbline.register.Signed;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.register.yaml.ReadRegister;
import org.plumbline.register.yaml.RegisterYaml;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.signoff.SignOff;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;

/**
 * Agreements as the register has them: the texts that count, with what both parties see of what was
 * issued, signed, delivered and asked for. What happened before the agreement came here may stand
 * in a file {@code register.yaml} among the files of records; both are read as one.
 */
@Component
public final class KnownAgreements {

  private final Store store;
  private final Agreements agreements;
  private final SignOffs signOffs;
  private final RecordFiles files;

  KnownAgreements(Store store, Agreements agreements, SignOffs signOffs, RecordFiles files) {
    this.store = store;
    this.agreements = agreements;
    this.signOffs = signOffs;
    this.files = files;
  }

  /**
   * As it was recorded by a moment; empty if there is no text without errors.
   *
   * @param recorded what was recorded later is not seen
   * @param knownAt what is dated after the local date of it is not known
   * @throws Refused if the register contradicts itself
   */
  public Optional<KnownAgreement> at(
      Viewer viewer, UUID agreement, Instant recorded, Instant knownAt) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<InForceTexts.Text> texts = texts(viewer, agreement, recorded);
    Map<UUID, List<SignOff>> signed = signed(viewer, agreement, texts, recorded, knownAt);
    List<InForceTexts.Text> chain = InForceTexts.chain(texts, signed.keySet());
    return chain.isEmpty()
        ? Optional.empty()
        : Optional.of(
            known(viewer, row, chain, signed, recorded, knownAt)
                .declaring(
                    store.as(viewer.person(), jdbc -> DeclarationRows.file(jdbc, row, recorded))));
  }

  /** The text that counts for sure, with nothing around it: for reading files whatever they say. */
  public Optional<KnownAgreement> textAlone(Viewer viewer, UUID agreement, Instant recorded) {
    List<InForceTexts.Text> texts = texts(viewer, agreement, recorded);
    return InForceTexts.chain(texts, signed(viewer, agreement, texts, recorded, recorded).keySet())
        .stream()
        .findFirst()
        .map(
            first ->
                new KnownAgreement(
                    Versions.of(first.version()),
                    List.of(first.row()),
                    first.checked().findings(),
                    Register.none(first.version().agreement().id()),
                    List.of()));
  }

  /** The texts on the table without errors, the newest first; where none is, the newest draft. */
  private List<InForceTexts.Text> texts(Viewer viewer, UUID agreement, Instant recorded) {
    List<VersionRow> whole =
        agreements.versions(viewer, agreement).stream()
            .filter(version -> version.hash().isPresent())
            .filter(version -> !version.writtenAt().isAfter(recorded))
            .toList();
    List<VersionRow> sent =
        whole.stream()
            .filter(version -> version.sentAt().filter(at -> !at.isAfter(recorded)).isPresent())
            .toList();
    return (sent.isEmpty() ? whole.stream().limit(1).toList() : sent)
        .stream()
            .flatMap(
                version -> InForceTexts.Text.of(version, agreements.text(viewer, version)).stream())
            .toList();
  }

  /** The texts that were signed by all who have to, on the days of the agreement's zone. */
  private Map<UUID, List<SignOff>> signed(
      Viewer viewer,
      UUID agreement,
      List<InForceTexts.Text> texts,
      Instant recorded,
      Instant knownAt) {
    return texts.isEmpty()
        ? Map.of()
        : signOffs.signed(
            viewer,
            agreement,
            recorded,
            LocalDate.ofInstant(knownAt, texts.get(0).version().agreement().zone()));
  }

  private KnownAgreement known(
      Viewer viewer,
      AgreementRow row,
      List<InForceTexts.Text> chain,
      Map<UUID, List<SignOff>> signed,
      Instant recorded,
      Instant knownAt) {
    Versions versions = new Versions(chain.stream().map(InForceTexts.Text::version).toList());
    Agreement last = versions.last().agreement();
    Optional<ReadRegister> opening =
        opening(viewer, row.id(), recorded)
            .map(bytes -> RegisterYaml.read(Register.NAME, bytes, last));
    opening.ifPresent(read -> refuseErrors(read.findings()));
    String own = document(viewer, row, chain, signed, recorded);
    ReadRegister read = RegisterYaml.read("the register", own.getBytes(UTF_8), last);
    refuseErrors(read.findings());
    Register register =
        together(opening.flatMap(ReadRegister::register), read.register().orElseThrow(), versions);
    LocalDate today = knownAt.atZone(last.zone()).toLocalDate();
    Signed.Told told = told(versions, register, today);
    refuseErrors(told.findings());
    List<Finding> findings = new ArrayList<>(opening.map(ReadRegister::findings).orElse(List.of()));
    findings.addAll(told.findings());
    List<InForceTexts.Text> counting = chain.subList(0, told.versions().versions().size());
    return new KnownAgreement(
        told.versions(),
        counting.stream().map(InForceTexts.Text::row).toList(),
        counting.stream().flatMap(text -> text.checked().findings().stream()).toList(),
        register,
        findings,
        store.as(viewer.person(), jdbc -> new LedgerRows(jdbc, row, last.zone(), recorded).bySet()),
        Map.of(),
        Optional.of(ending(viewer, row, counting, signed, recorded, today)));
  }

  private String document(
      Viewer viewer,
      AgreementRow row,
      List<InForceTexts.Text> chain,
      Map<UUID, List<SignOff>> signed,
      Instant recorded) {
    Agreement last = chain.get(chain.size() - 1).version().agreement();
    Map<Version, List<SignOff>> signOffs = new LinkedHashMap<>();
    chain.forEach(
        text -> signOffs.put(text.version(), signed.getOrDefault(text.row().id(), List.of())));
    return store.as(
        viewer.person(), jdbc -> new RegisterRows(jdbc, row, last, signOffs, recorded).document());
  }

  /** What it says around an agreement as the text of {@code register.yaml}; empty as above. */
  public Optional<String> file(Viewer viewer, UUID agreement, Instant recorded, Instant knownAt) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<InForceTexts.Text> texts = texts(viewer, agreement, recorded);
    Map<UUID, List<SignOff>> signed = signed(viewer, agreement, texts, recorded, knownAt);
    List<InForceTexts.Text> chain = InForceTexts.chain(texts, signed.keySet());
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    String own = document(viewer, row, chain, signed, recorded);
    return Optional.of(
        opening(viewer, agreement, recorded)
            .map(before -> RegisterYaml.together(new String(before, UTF_8), own))
            .orElse(own));
  }

  /** By the last text that counts, and the notices since a text first set its last day. */
  private Ending ending(
      Viewer viewer,
      AgreementRow row,
      List<InForceTexts.Text> counting,
      Map<UUID, List<SignOff>> signed,
      Instant recorded,
      LocalDate today) {
    Agreement last = counting.get(counting.size() - 1).version().agreement();
    VersionRow first =
        counting.stream()
            .filter(
                text ->
                    text.version()
                        .agreement()
                        .performancePeriod()
                        .until()
                        .equals(last.performancePeriod().until()))
            .findFirst()
            .orElseThrow()
            .row();
    Instant since =
        signed.getOrDefault(first.id(), List.of()).stream()
            .map(SignOff::givenAt)
            .max(Comparator.naturalOrder())
            .or(first::sentAt)
            .orElse(first.writtenAt());
    return Ending.of(
        last,
        store.as(
            viewer.person(), jdbc -> EndingRows.since(jdbc, row, since, last.zone(), recorded)),
        today);
  }

  /** An amendment that nobody signed is an offer, also where no signature is recorded at all. */
  private static Signed.Told told(Versions versions, Register register, LocalDate today) {
    return register.signOffs().isEmpty()
        ? new Signed.Told(Versions.of(versions.first()), List.of())
        : Signed.of(versions, register, today);
  }

  private static void refuseErrors(List<Finding> findings) {
    List<String> errors =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.place() + ": " + finding.found())
            .toList();
    if (!errors.isEmpty()) {
      throw new Refused("The register cannot be used: " + String.join("; ", errors) + ".");
    }
  }

  private Optional<byte[]> opening(Viewer viewer, UUID agreement, Instant recorded) {
    return store
        .as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        "select sha256 from load where agreement = ? and file_name = ? and"
                            + " received_at <= ? order by received_at desc limit 1")
                    .params(agreement, Register.NAME, recorded.atOffset(ZoneOffset.UTC))
                    .query(String.class)
                    .optional())
        .map(files::content);
  }

  private static Register together(Optional<Register> opening, Register own, Versions versions) {
    if (opening.isEmpty()) {
      return own;
    }
    Register before = opening.get();
    Map<String, org.plumbline.register.Load> loads = new LinkedHashMap<>(before.loads());
    loads.putAll(own.loads());
    Map<String, Request> requests = new LinkedHashMap<>(before.requests());
    requests.putAll(own.requests());
    List<org.plumbline.register.Issued> issued = new ArrayList<>(before.issued());
    issued.addAll(own.issued());
    List<org.plumbline.register.SignOff> signOffs = new ArrayList<>(before.signOffs());
    signOffs.addAll(own.signOffs());
    return new Register(
        versions.first().agreement().id(), issued, signOffs, loads, requests, before.places());
  }
}
