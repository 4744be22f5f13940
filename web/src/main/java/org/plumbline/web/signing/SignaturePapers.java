package org.plumbline.web.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.RecordFiles;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.store.Store;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that show signatures given elsewhere: a scan, a signed PDF. They are kept beside the
 * records.
 */
@Component
final class SignaturePapers {

  private static final int LARGEST = 25_000_000;

  private final Store store;
  private final RecordFiles files;

  SignaturePapers(Store store, RecordFiles files) {
    this.store = store;
    this.files = files;
  }

  /** A file with its content. */
  record Paper(String name, byte[] content) {}

  /** Whether a file was chosen; refuses one that is none of a signature. */
  static boolean isGiven(Optional<MultipartFile> file) {
    if (file.isEmpty() || file.get().isEmpty()) {
      return false;
    }
    name(Objects.requireNonNullElse(file.get().getOriginalFilename(), ""));
    if (file.get().getSize() > LARGEST) {
      throw tooLarge();
    }
    return true;
  }

  private static Refused tooLarge() {
    return new Refused("A file of a signature has at most 25 MB.");
  }

  /** The name without folders, if it is one of a file of a signature. */
  private static String name(String full) {
    String name = full.substring(Math.max(full.lastIndexOf('/'), full.lastIndexOf('\\')) + 1);
    if (name.isBlank() || name.length() > 255 || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refused("The file has no name that can be kept.");
    }
    if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(pdf|png|jpe?g|tiff?|p7m|xml|docx)")) {
      throw new Refused("Choose a PDF, an image, a signed file (.p7m, .xml) or a .docx.");
    }
    return name;
  }

  /** Keeps the file of a sign-off, on the table as the sign-off is. */
  void keep(Viewer viewer, UUID agreement, UUID signOff, MultipartFile file) throws IOException {
    try (InputStream content = file.getInputStream()) {
      keep(
          viewer,
          agreement,
          signOff,
          Objects.requireNonNullElse(file.getOriginalFilename(), ""),
          content);
    }
  }

  /**
   * The same of a sign-off that was recorded before.
   *
   * @throws NotHere if there is no such sign-off
   * @throws Refused if it was given here, or the file is none of a signature
   */
  UUID add(
      Viewer viewer, UUID agreement, Optional<UUID> signOff, String fileName, InputStream content)
      throws IOException {
    UUID of = signOff.orElseThrow(() -> new Refused("Name the sign-off that the file shows."));
    boolean elsewhere =
        store.as(
            viewer.person(),
            jdbc ->
                jdbc.sql(
                        """
                        select elsewhere is not null from sign_off
                        where agreement = ? and id = ? and organization = ?
                        """)
                    .params(agreement, of, viewer.organization())
                    .query(Boolean.class)
                    .optional()
                    .orElseThrow(() -> new NotHere("Your party recorded no such sign-off here.")));
    if (!elsewhere) {
      throw new Refused("This was signed here; a file shows a signature given elsewhere.");
    }
    return keep(viewer, agreement, of, fileName, content);
  }

  private UUID keep(
      Viewer viewer, UUID agreement, UUID signOff, String fileName, InputStream content)
      throws IOException {
    String name = name(fileName);
    byte[] bytes = content.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw tooLarge();
    }
    if (bytes.length == 0) {
      throw new Refused("The file is empty.");
    }
    RecordFiles.Kept kept = files.keep(new ByteArrayInputStream(bytes));
    return store.as(
        viewer.person(),
        jdbc -> {
          UUID paper =
              jdbc.sql(
                      """
                      insert into signature_file (agreement, organization, sign_off, file_name, sha256, bytes, kept_by)
                      values (?, ?, ?, ?, ?, ?, ?) returning id
                      """)
                  .params(
                      agreement,
                      viewer.organization(),
                      signOff,
                      name,
                      kept.sha256(),
                      kept.bytes(),
                      viewer.person())
                  .query(UUID.class)
                  .single();
          Agreements.putOnTable(jdbc, viewer, agreement, paper);
          return paper;
        });
  }

  /**
   * A file that the person may see.
   *
   * @throws NotHere if there is none
   */
  Paper one(Viewer viewer, UUID agreement, UUID paper) {
    return store.as(
        viewer.person(),
        jdbc ->
            jdbc.sql("select file_name, sha256 from signature_file where agreement = ? and id = ?")
                .params(agreement, paper)
                .query(
                    (rows, number) ->
                        new Paper(
                            rows.getString("file_name"), files.content(rows.getString("sha256"))))
                .optional()
                .orElseThrow(() -> new NotHere("There is no such file here.")));
  }
}
