package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Engine;
import org.plumbline.inforce.InForce;
import org.plumbline.known.Deliveries;
import org.plumbline.known.Reconsidering;
import org.plumbline.reconcile.Ours;
import org.plumbline.records.LoadOptions;
import org.plumbline.register.Standings;
import org.plumbline.register.Versions;

/**
 * An agreement as it is reconciled: over what had been delivered by a day, with what was granted,
 * and with what was final before later deliveries; close it.
 */
final class ReconciledPast implements AutoCloseable {

  private final AgreementFile file;
  private final RecordsOptions options;
  private final RegisterFile register;
  private final Instant asOf;
  private final Deliveries deliveries;
  private final Standings.Told told;
  private final Progress progress;
  private final List<LoadedRecords> loads = new ArrayList<>();
  private final Map<Set<String>, Ours> made = new HashMap<>();

  /**
   * Loads nothing yet.
   *
   * @param today what came to be known later is not seen
   */
  ReconciledPast(
      AgreementFile file,
      RecordsOptions options,
      RegisterFile register,
      Instant asOf,
      LocalDate today,
      Progress progress) {
    this.file = file;
    this.options = options;
    this.register = register;
    this.asOf = asOf;
    this.progress = progress;
    deliveries = new Deliveries(register, today);
    told = Standings.of(register.register(), register::on, today);
  }

  /** The agreement with final results as they were (docs/meaning.md 24). */
  Ours settled() {
    Ours all = without(Set.of());
    return Ours.settled(
        all,
        result ->
            Optional.of(deliveries.late(all.shown(), result))
                .filter(late -> !late.isEmpty())
                .map(this::without));
  }

  private Ours without(Set<String> late) {
    Ours known = made.get(late);
    if (known == null) {
      known = load(late);
      made.put(late, known);
    }
    return known;
  }

  private Ours load(Set<String> late) {
    Agreement loading = file.versions().map(InForce::loading).orElseGet(file::agreement);
    LoadOptions read = deliveries.of(options.load(), late);
    try {
      LoadedRecords records = LoadedRecords.load(file, loading, options, read, progress);
      loads.add(records);
      Engine engine = records.engine();
      Reconsidering.Stands stands = Reconsidering.stands(records, register, told);
      Versions known = InForce.asked(stands.texts(), asOf);
      return known.versions().size() > 1
          ? Ours.of(engine, known, stands.sets(), asOf)
          : Ours.of(engine, known.first().agreement(), stands.sets(), asOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    loads.forEach(LoadedRecords::close);
  }
}
