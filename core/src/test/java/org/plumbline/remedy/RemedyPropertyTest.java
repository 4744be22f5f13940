package org.plumbline.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Money;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Results;

/** What must hold of what follows, on generated contracts; the seed is in each message. */
class RemedyPropertyTest {

  private static final long SEED = 20_261_122_000L;
  private static final int CONTRACTS = Integer.getInteger("plumbline.contracts", 10_000);

  /** The referee takes its time; one contract in five is enough for each run. */
  private static final int COMPARED = CONTRACTS / 5;

  @Test
  void theRefereeFindsTheSamePostings() {
    long postings = 0;
    for (long seed = SEED; seed < SEED + COMPARED; seed++) {
      GeneratedContract contract = new GeneratedContract(seed, false);
      List<RemedyReferee.Line> found =
          follow(contract).postings().stream().map(RemedyPropertyTest::line).toList();
      assertThat(found)
          .as("seed %d", seed)
          .isEqualTo(
              new RemedyReferee(contract.agreement(), contract.results(), contract.circumstances())
                  .lines());
      postings += found.size();
    }
    assertThat(postings).as("postings compared").isGreaterThan(5L * COMPARED);
    System.out.println(
        "Remedies: engine and referee agree on "
            + COMPARED
            + " contracts with "
            + postings
            + " postings from seed "
            + SEED);
  }

  @Test
  void theLedgerSumsToTheCent() {
    for (long seed = SEED; seed < SEED + CONTRACTS; seed++) {
      Consequences follows = follow(new GeneratedContract(seed, false));
      BigDecimal inLedger = BigDecimal.ZERO;
      for (Account page : follows.ledger()) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Account.Entry entry : page.entries()) {
          assertThat(entry.amount().amount().scale()).as("seed %d", seed).isEqualTo(2);
          sum = entry.standing().counts() ? sum.add(entry.amount().amount()) : sum;
        }
        assertThat(page.total().amount()).as("seed %d", seed).isEqualByComparingTo(sum);
        inLedger = inLedger.add(page.total().amount());
      }
      BigDecimal inPostings =
          follows.postings().stream()
              .filter(posting -> posting.kind().isMoney() && posting.standing().counts())
              .map(posting -> posting.amount().map(Money::amount).orElse(BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(inLedger).as("seed %d", seed).isEqualByComparingTo(inPostings);
    }
  }

  @Test
  void noCapIsExceeded() {
    for (long seed = SEED; seed < SEED + CONTRACTS; seed++) {
      GeneratedContract contract = new GeneratedContract(seed, false);
      RemedyReferee referee =
          new RemedyReferee(contract.agreement(), contract.results(), contract.circumstances());
      Map<List<Object>, BigInteger> taken = new HashMap<>();
      for (Posting posting : follow(contract).postings()) {
        for (Step.Capped step : posting.steps(Step.Capped.class)) {
          if (posting.amount().isPresent()) {
            taken.merge(
                List.of(step.pool(), step.period()),
                posting.amount().get().amount().unscaledValue(),
                BigInteger::add);
          }
        }
      }
      for (Map.Entry<List<Object>, BigInteger> cap : taken.entrySet()) {
        Exact size =
            referee.base(
                (String) cap.getKey().get(0),
                java.util.Set.of(),
                (ReportingPeriod) cap.getKey().get(1));
        assertThat(Exact.of(new BigDecimal(cap.getValue(), 2)))
            .as("seed %d: %s", seed, cap.getKey())
            .isLessThanOrEqualTo(size);
      }
    }
  }

  @Test
  void theOrderOfMetricsAndRemediesDoesNotMatter() {
    for (long seed = SEED; seed < SEED + CONTRACTS; seed++) {
      GeneratedContract contract = new GeneratedContract(seed, false);
      Consequences follows = follow(contract);
      assertThat(contract.inAnotherOrder()).as("seed %d", seed).isEqualTo(follows);
    }
  }

  @Test
  void betterPerformanceNeverCostsMore() {
    int compared = 0;
    for (long seed = SEED; seed < SEED + CONTRACTS; seed++) {
      GeneratedContract contract = new GeneratedContract(seed, true);
      Optional<Results> better = contract.better();
      if (better.isPresent()) {
        compared++;
        Consequences after =
            Remedying.follow(contract.agreement(), better.get(), contract.circumstances());
        assertThat(owed(after)).as("seed %d", seed).isLessThanOrEqualTo(owed(follow(contract)));
      }
    }
    assertThat(compared)
        .as("contracts with a figure that could be better")
        .isGreaterThan(CONTRACTS / 2);
  }

  private static BigDecimal owed(Consequences follows) {
    return follows.ledger().stream()
        .map(page -> page.total().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Consequences follow(GeneratedContract contract) {
    return Remedying.follow(contract.agreement(), contract.results(), contract.circumstances());
  }

  private static RemedyReferee.Line line(Posting posting) {
    String worth =
        posting
            .amount()
            .map(Money::toString)
            .or(() -> posting.points().map(BigDecimal::toPlainString))
            .orElse("-");
    return new RemedyReferee.Line(
        posting.id().toString(),
        posting.kind().key(),
        posting.owedBy(),
        worth,
        posting.standing().key());
  }
}
