package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Earlier;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.PostingId;
import org.plumbline.remedy.Remedying;

/**
 * What follows from results under several versions: each version's remedies from the results of its
 * periods, looking back over those of the versions before.
 */
public final class InForceFollows {

  private final UnderVersions found;
  private final Circumstances circumstances;
  private final Versions versions;
  private final List<Lineage> lineages;
  private final List<Posting> postings = new ArrayList<>();
  private final Map<Account.Page, List<Account.Entry>> pages = new LinkedHashMap<>();

  private InForceFollows(UnderVersions found, Circumstances circumstances) {
    this.found = found;
    this.circumstances = circumstances;
    versions = found.versions();
    lineages = Lineage.all(versions);
  }

  /** All that follows from the results up to their as-of moment. */
  public static Consequences of(UnderVersions found, Circumstances circumstances) {
    return new InForceFollows(found, circumstances).consequences();
  }

  private Consequences consequences() {
    for (int i = 0; i < versions.versions().size(); i++) {
      follow(i);
    }
    postings.sort(Comparator.comparing(Posting::id));
    return new Consequences(postings, Account.ledger(pages));
  }

  private void follow(int version) {
    Agreement agreement = Composed.of(versions, version);
    Map<String, String> names = new HashMap<>();
    for (Lineage lineage : lineages) {
      lineage.id(version).ifPresent(id -> names.put(id, lineage.name()));
    }
    Results results = new Results(agreement.id(), found.results().asOf(), results(names, version));
    Version own = versions.versions().get(version);
    Map<String, String> ids = new HashMap<>();
    names.forEach((id, name) -> ids.put(name, id));
    Earlier earlier =
        new Earlier(
            id -> isUnder(called(id, names), own),
            new Consequences(postings, List.of()).renamed(id -> called(id, ids)).postings());
    Consequences mine =
        Remedying.follow(agreement, results, circumstances, earlier)
            .renamed(id -> called(id, names))
            .only(id -> isUnder(id, own));
    postings.addAll(mine.postings());
    for (Account page : mine.ledger()) {
      pages
          .computeIfAbsent(
              new Account.Page(page.period(), page.party(), page.currency()),
              key -> new ArrayList<>())
          .addAll(page.entries().stream().filter(entry -> isUnder(entry.posting(), own)).toList());
    }
  }

  private static PostingId called(PostingId id, Map<String, String> names) {
    return new PostingId(
        id.remedy(),
        id.metric().map(metric -> names.getOrDefault(metric, metric)),
        id.each(),
        id.period());
  }

  /** The results that a version's remedies look at, under its ids. */
  private List<Result> results(Map<String, String> names, int version) {
    Map<String, String> ids = new HashMap<>();
    names.forEach((id, name) -> ids.put(name, id));
    List<Result> results = new ArrayList<>();
    for (Result result : found.results().results()) {
      String id = ids.get(result.metric());
      int under = found.version(result).map(versions::indexOf).orElse(version);
      if (id != null && !isReset(under, version)) {
        results.add(Renaming.of(result, id, result.period()));
      }
    }
    return results;
  }

  /** Whether counters began anew after one version, up to another. */
  private boolean isReset(int after, int upTo) {
    for (int i = after + 1; i <= upTo; i++) {
      if (versions
          .versions()
          .get(i)
          .agreement()
          .amendment()
          .flatMap(Amendment::counters)
          .filter("reset"::equals)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnder(PostingId id, Version own) {
    Optional<Version> under =
        id.metric()
            .map(
                metric ->
                    Optional.ofNullable(
                        found.terms().get(new UnderVersions.Of(metric, id.period()))))
            .orElseGet(() -> Optional.of(versions.on(id.period().from())));
    return under.equals(Optional.of(own));
  }
}
