package org.plumbline.web.bundle;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The zip of an agreement, for people and for programs. */
@Controller
class BundlePages {

  private final Agreements agreements;
  private final Bundles bundles;

  BundlePages(Agreements agreements, Bundles bundles) {
    this.agreements = agreements;
    this.bundles = bundles;
  }

  /** It is written whole before anything is sent, so that a fault is told and not cut off. */
  @GetMapping({"/agreements/{agreement}/bundle", "/api/agreements/{agreement}/bundle"})
  ResponseEntity<Resource> bundle(
      Viewer viewer, @PathVariable UUID agreement, HttpServletRequest request) throws IOException {
    String name = Bundles.safe(agreements.one(viewer, agreement).name());
    ShallowEtagHeaderFilter.disableContentCaching(request);
    Path file = Files.createTempFile("bundle-", ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      bundles.write(viewer, agreement, out);
    } catch (IOException | RuntimeException fault) {
      Files.delete(file);
      throw fault;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .contentLength(Files.size(file))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("bundle-" + name + ".zip").build().toString())
        .body(
            new InputStreamResource(
                Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
  }
}
