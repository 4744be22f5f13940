package org.plumbline.web.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.CatalogWorkbook;
import org.plumbline.catalog.Measure;
import org.plumbline.catalog.MeasureIndex;
import org.plumbline.web.agreement.AgreementRow;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Act;
import org.plumbline.web.identity.Authority;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Kept;
import org.plumbline.web.store.Store;
import org.plumbline.workbook.RefusedWorkbook;
import org.springframework.stereotype.Component;

/** Catalogs of measures that a party put beside an agreement: searched, and drafted from. */
@Component
final class MeasureCatalogs {

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_FOUND = 20;
  private static final long MEASURES_KEPT = 20_000;

  private final Store store;
  private final Authority authority;
  private final Agreements agreements;
  private final Kept<UUID, Catalog> read = new Kept<>(MEASURES_KEPT);

  MeasureCatalogs(Store store, Authority authority, Agreements agreements) {
    this.store = store;
    this.authority = authority;
    this.agreements = agreements;
  }

  /** A catalog. */
  record CatalogRow(
      UUID id, String fileName, int measures, String organizationName, Instant addedAt) {}

  /** All of them, the newest first. */
  List<CatalogRow> all(Viewer viewer, UUID agreement) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    select c.id, c.file_name, c.measures, o.name as organization_name, c.added_at
                    from measure_catalog c join organization o on o.id = c.organization
                    where c.agreement = ? order by c.added_at desc, c.id
                    """)
                .param(agreement)
                .query(
                    (rows, number) ->
                        new CatalogRow(
                            rows.getObject("id", UUID.class),
                            rows.getString("file_name"),
                            rows.getInt("measures"),
                            rows.getString("organization_name"),
                            rows.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * Puts a workbook beside an agreement; both parties see it at once.
   *
   * @throws Refused if it is no workbook of measures
   */
  UUID add(Viewer viewer, UUID agreement, String name, byte[] content) {
    AgreementRow row = agreements.one(viewer, agreement);
    authority.require(viewer, agreement, Act.DRAFT);
    if (content.length == 0 || content.length > MOST_BYTES) {
      throw new Refused("Choose a workbook (.xlsx) of at most 8 MB.");
    }
    Catalog catalog = read(name, content);
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql(
                    """
                    insert into measure_catalog (agreement, organization, file_name, measures, content, added_by)
                    values (?, ?, ?, ?, ?, ?) returning id
                    """)
                .params(
                    row.id(),
                    viewer.organization(),
                    name.substring(0, Math.min(300, name.length())),
                    catalog.measures().size(),
                    content,
                    viewer.person())
                .query(UUID.class)
                .single());
  }

  private static Catalog read(String name, byte[] content) {
    try {
      Path file = Files.createTempFile("catalog-", ".xlsx");
      try {
        Files.write(file, content);
        return CatalogWorkbook.read(name, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (RefusedWorkbook refusal) {
      throw new Refused(name + ": " + refusal.found() + ". " + refusal.right() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a catalog", e);
    }
  }

  /** What the catalogs of an agreement say, the newest first; each is read once. */
  List<Catalog> read(Viewer viewer, UUID agreement) {
    List<Catalog> catalogs = new ArrayList<>();
    for (CatalogRow row : all(viewer, agreement)) {
      Optional<Catalog> known = read.of(row.id());
      Catalog catalog =
          known.orElseGet(
              () ->
                  read(
                      row.fileName(),
                      store.as(
                          viewer.person(),
                          jdbc ->
                              jdbc.sql("select content from measure_catalog where id = ?")
                                  .param(row.id())
                                  .query((rows, number) -> rows.getBytes(1))
                                  .single())));
      if (known.isEmpty()) {
        read.keep(row.id(), catalog, row.measures());
      }
      catalogs.add(catalog);
    }
    return catalogs;
  }

  /** The measures with these words, the likeliest first. */
  List<Measure> search(Viewer viewer, UUID agreement, String words) {
    return words.isBlank()
        ? List.of()
        : new MeasureIndex(read(viewer, agreement))
            .search(words, MOST_FOUND).stream().map(MeasureIndex.Found::measure).toList();
  }

  /** The measure that an identifier names in the newest catalog that has it. */
  Optional<Measure> named(List<Catalog> catalogs, String id) {
    return catalogs.stream().flatMap(catalog -> catalog.find(id).stream()).findFirst();
  }

  /**
   * The same.
   *
   * @throws NotHere if no catalog has it
   */
  Measure one(Viewer viewer, UUID agreement, String id) {
    return named(read(viewer, agreement), id)
        .orElseThrow(() -> new NotHere("No catalog here has such a measure."));
  }
}
