package org.plumbline.remedy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All that follows from the results of an agreement.
 *
 * @param postings in order of period, then of ids
 * @param ledger a page for each period, party and currency with postings in money, in order
 * @param bills each bill beside the ledger, in order
 * @param commitments what parties will do that is no metric, and how it stands
 */
public record Consequences(
    List<Posting> postings,
    List<Account> ledger,
    List<BillPage> bills,
    List<CommitmentDue> commitments) {

  /** Nothing follows. */
  public static final Consequences NONE = new Consequences(List.of(), List.of());

  /** Copies the lists. */
  public Consequences {
    postings = List.copyOf(postings);
    ledger = List.copyOf(ledger);
    bills = List.copyOf(bills);
    commitments = List.copyOf(commitments);
  }

  /** Without bills and commitments. */
  public Consequences(List<Posting> postings, List<Account> ledger) {
    this(postings, ledger, List.of(), List.of());
  }

  /** The same with commitments. */
  Consequences committed(List<CommitmentDue> tracked) {
    return new Consequences(postings, ledger, bills, tracked);
  }

  /** The same with bills beside the ledger. */
  public Consequences with(List<BillPage> pages) {
    return new Consequences(postings, ledger, pages, commitments);
  }

  /** The posting of an id. */
  public Optional<Posting> find(String id) {
    return postings.stream().filter(posting -> posting.id().toString().equals(id)).findFirst();
  }

  /** Those postings, and the pages of the ledger that have one of them. */
  public Consequences only(Predicate<PostingId> which) {
    return new Consequences(
        postings.stream().filter(posting -> which.test(posting.id())).toList(),
        ledger.stream()
            .filter(page -> page.entries().stream().anyMatch(entry -> which.test(entry.posting())))
            .toList(),
        bills,
        commitments);
  }

  /** The same under other ids, where values have to be masked. */
  public Consequences renamed(UnaryOperator<PostingId> rename) {
    return new Consequences(
        postings.stream().map(posting -> renamed(posting, rename)).toList(),
        ledger.stream().map(page -> renamed(page, rename)).toList(),
        bills.stream().map(page -> page.renamed(rename)).toList(),
        commitments);
  }

  private static Posting renamed(Posting posting, UnaryOperator<PostingId> rename) {
    PostingId id = rename.apply(posting.id());
    return new Posting(
        id,
        posting.kind(),
        posting.owedBy(),
        posting.owedTo(),
        posting.text(),
        posting.amount(),
        posting.points(),
        posting.standing(),
        posting.owner(),
        posting.due(),
        posting.dueIsExpected(),
        posting.toInclude(),
        posting.clause(),
        posting.steps().stream().map(step -> renamed(step, id, rename)).toList());
  }

  private static Step renamed(Step step, PostingId own, UnaryOperator<PostingId> rename) {
    if (step instanceof Step.SameCause same) {
      return new Step.SameCause(rename.apply(same.owed()), same.cause());
    }
    if (step instanceof Step.GivesBack back) {
      return new Step.GivesBack(rename.apply(back.posting()), back.amount());
    }
    if (step instanceof Step.Decided decided) {
      Decision was = decided.decision();
      return new Step.Decided(
          new Decision(own.toString(), was.act(), was.on(), was.by(), was.note()));
    }
    return step;
  }

  private static Account renamed(Account page, UnaryOperator<PostingId> rename) {
    return new Account(
        page.period(),
        page.party(),
        page.currency(),
        page.entries().stream()
            .map(
                entry ->
                    new Account.Entry(
                        rename.apply(entry.posting()), entry.amount(), entry.standing()))
            .toList(),
        page.total());
  }
}
