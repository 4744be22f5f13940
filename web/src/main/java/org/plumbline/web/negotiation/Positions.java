package org.plumbline.web.negotiation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.difference.Terms;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.CheckedText;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.plumbline.wording.Wording;
import org.springframework.stereotype.Component;

/**
 * Where the two parties stand, term by term (docs/meaning.md, on proposals). A party's position is
 * the text that it sent last, or a text of the other party that it took later; of single terms what
 * it took since then.
 */
@Component
public final class Positions {

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;

  Positions(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  /**
   * Where they stand.
   *
   * @param customer the text on which the customer's position rests; empty while there is none
   * @param provider the same of the provider
   */
  public record Table(
      Optional<VersionRow> customer, Optional<VersionRow> provider, List<TermRow> rows) {
    /** Copies the list. */
    public Table {
      rows = List.copyOf(rows);
    }

    /** How many terms stand so. */
    public long count(TermRow.State state) {
      return rows.stream().filter(row -> row.state() == state).count();
    }

    /** Whether both say the same of everything. */
    public boolean isAgreed() {
      return !rows.isEmpty() && count(TermRow.State.AGREED) == rows.size();
    }

    /** The rows that are not agreed. */
    public List<TermRow> open() {
      return rows.stream().filter(row -> row.state() != TermRow.State.AGREED).toList();
    }
  }

  private record Acceptance(
      UUID organization, UUID version, Optional<String> term, String digest, Instant at) {}

  /** What a party says of a term: where it says so, and what names the wording; none: no such. */
  private record Stand(UUID version, String digest) {}

  private record Position(VersionRow version, Map<String, Stand> taken) {}

  /** What a text says, read once. */
  private record Said(CheckedText text, Terms terms) {}

  /** Where the parties of an agreement stand. */
  public Table table(Viewer viewer, UUID agreement) {
    AgreementRow row = agreements.one(viewer, agreement);
    List<VersionRow> sent =
        agreements.versions(viewer, agreement).stream().filter(VersionRow::isSent).toList();
    List<Acceptance> acceptances = acceptances(viewer, agreement);
    Optional<Position> customer = position(row.customer(), sent, acceptances);
    Optional<Position> provider = position(row.provider(), sent, acceptances);
    Map<UUID, Said> said = new HashMap<>();
    Stream.of(customer, provider)
        .flatMap(Optional::stream)
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.version().id()),
                    each.taken().values().stream().map(Stand::version)))
        .distinct()
        .forEach(
            id ->
                sent.stream()
                    .filter(version -> version.id().equals(id))
                    .findFirst()
                    .ifPresent(version -> said.put(id, said(viewer, version))));
    List<TermRow> rows = new ArrayList<>();
    for (String term : terms(customer, provider, said)) {
      rows.add(row(term, row, viewer.organization(), customer, provider, said));
    }
    return new Table(customer.map(Position::version), provider.map(Position::version), rows);
  }

  private Said said(Viewer viewer, VersionRow version) {
    CheckedText text = agreements.text(viewer, version);
    return new Said(
        text,
        Terms.of(
            text.canonical()
                .orElseThrow(
                    () -> new Refused("The text " + version.label() + " cannot be read."))));
  }

  private static Optional<Position> position(
      UUID organization, List<VersionRow> sent, List<Acceptance> acceptances) {
    Optional<VersionRow> own =
        sent.stream()
            .filter(version -> version.organization().equals(organization))
            .max(Comparator.comparing(version -> version.sentAt().orElseThrow()));
    Instant since = own.flatMap(VersionRow::sentAt).orElse(Instant.MIN);
    Optional<Acceptance> taken =
        acceptances.stream()
            .filter(each -> each.organization().equals(organization) && each.term().isEmpty())
            .filter(each -> each.at().isAfter(since))
            .max(Comparator.comparing(Acceptance::at));
    Optional<VersionRow> base =
        taken
            .flatMap(each -> sent.stream().filter(v -> v.id().equals(each.version())).findFirst())
            .or(() -> own);
    Instant from = taken.map(Acceptance::at).orElse(since);
    Map<String, Stand> terms = new HashMap<>();
    acceptances.stream()
        .filter(each -> each.organization().equals(organization) && each.at().isAfter(from))
        .forEach(
            each ->
                each.term()
                    .ifPresent(term -> terms.put(term, new Stand(each.version(), each.digest()))));
    return base.map(version -> new Position(version, terms));
  }

  private static Set<String> terms(
      Optional<Position> customer, Optional<Position> provider, Map<UUID, Said> said) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(provider, customer)
        .flatMap(Optional::stream)
        .forEach(each -> names.addAll(of(said, each.version().id()).terms().names()));
    return names;
  }

  private static Said of(Map<UUID, Said> said, UUID version) {
    return Objects.requireNonNull(said.get(version));
  }

  private static TermRow row(
      String term,
      AgreementRow agreement,
      UUID viewer,
      Optional<Position> customer,
      Optional<Position> provider,
      Map<UUID, Said> said) {
    Optional<Stand> ours = customer.map(each -> stand(term, each, said));
    Optional<Stand> theirs = provider.map(each -> stand(term, each, said));
    TermRow.State state = state(term, ours, theirs, said);
    Optional<Stand> others =
        viewer.equals(agreement.customer())
            ? theirs
            : viewer.equals(agreement.provider()) ? ours : Optional.empty();
    return new TermRow(
        term,
        Terms.heading(term),
        state,
        ours.flatMap(each -> sentence(term, each, said)),
        theirs.flatMap(each -> sentence(term, each, said)),
        state == TermRow.State.OPEN || state == TermRow.State.UNANSWERED
            ? others.map(Stand::version)
            : Optional.empty());
  }

  private static Stand stand(String term, Position position, Map<UUID, Said> said) {
    Stand taken = position.taken().get(term);
    if (taken != null) {
      return taken;
    }
    UUID version = position.version().id();
    return new Stand(version, of(said, version).terms().digest(term).orElse(""));
  }

  private static TermRow.State state(
      String term, Optional<Stand> one, Optional<Stand> other, Map<UUID, Said> said) {
    if (one.isEmpty() || other.isEmpty()) {
      return TermRow.State.UNANSWERED;
    }
    if (!one.get().digest().equals(other.get().digest())) {
      return TermRow.State.OPEN;
    }
    boolean open =
        of(said, one.get().version()).text().agreement().orElseThrow().open().keySet().stream()
            .anyMatch(path -> path.equals(term) || path.startsWith(term + "/"));
    return open ? TermRow.State.TO_BE_AGREED : TermRow.State.AGREED;
  }

  private static Optional<String> sentence(String term, Stand stand, Map<UUID, Said> said) {
    if (stand.digest().isEmpty()) {
      return Optional.empty();
    }
    Said text = of(said, stand.version());
    int slash = term.indexOf('/');
    return Wording.of(text.text().agreement().orElseThrow())
        .part(
            slash < 0 ? term : term.substring(0, slash), slash < 0 ? "" : term.substring(slash + 1))
        .map(item -> item.sentence())
        .filter(sentence -> !sentence.isBlank())
        .or(() -> text.terms().written(term));
  }

  private List<Acceptance> acceptances(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select a.organization, a.version, a.term, a.digest, a.accepted_at from term_acceptance a
                      join sending s on s.subject = a.id where a.agreement = ? order by a.accepted_at, a.id
                    """)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new Acceptance(
                            rows.getObject("organization", UUID.class),
                            rows.getObject("version", UUID.class),
                            Optional.ofNullable(rows.getString("term")),
                            rows.getString("digest"),
                            rows.getObject("accepted_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * Takes the other party's text as it is, or one term of it.
   *
   * @param term empty: all of it
   * @throws Refused if it is not what the other party says now
   */
  public void accept(Viewer viewer, UUID agreement, UUID version, Optional<String> term) {
    VersionRow row = agreements.version(viewer, agreement, version);
    authority.require(viewer, agreement, Act.SEND);
    if (!row.isSent()) {
      throw new Refused("This text was not sent; nobody can agree to it yet.");
    }
    String digest = row.hash().orElseThrow();
    if (term.isPresent()) {
      TermRow stands =
          table(viewer, agreement).rows().stream()
              .filter(each -> each.term().equals(term.get()))
              .findFirst()
              .orElseThrow(() -> new NotHere("The texts have no such term."));
      if (!stands.takes().equals(Optional.of(version))) {
        throw new Refused(
            "The other party says something else now. Load the page again, then take what it"
                + " says.");
      }
      digest = said(viewer, row).terms().digest(term.get()).orElse("");
    } else if (row.organization().equals(viewer.organization())) {
      throw new Refused("This text is your own; the other party accepts it.");
    } else if (agreements.versions(viewer, agreement).stream()
        .filter(VersionRow::isSent)
        .anyMatch(
            each ->
                each.organization().equals(row.organization())
                    && each.sentAt().orElseThrow().isAfter(row.sentAt().orElseThrow()))) {
      throw new Refused("The other party has sent a later text; accept that one.");
    }
    String names = digest;
    store.in(
        viewer.person(),
        jdbc -> {
          UUID acceptance =
              jdbc.sql(
                      """
                      insert into term_acceptance (agreement, organization, version, term, digest, accepted_by)
                      values (:agreement, :organization, :version, :term, :digest, :person) returning id
                      """)
                  .param("agreement", agreement)
                  .param("organization", viewer.organization())
                  .param("version", version)
                  .param("term", term.orElse(null), java.sql.Types.VARCHAR)
                  .param("digest", names)
                  .param("person", viewer.person())
                  .query(UUID.class)
                  .single();
          Agreements.putOnTable(jdbc, viewer, agreement, acceptance);
        });
  }
}
