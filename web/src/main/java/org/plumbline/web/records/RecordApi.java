package org.plumbline.web.records;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.program.Slice;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Files of records, for programs. */
@RestController
@RequestMapping("/api/agreements/{agreement}/records")
class RecordApi {

  private final Agreements agreements;
  private final Loads loads;

  RecordApi(Agreements agreements, Loads loads) {
    this.agreements = agreements;
    this.loads = loads;
  }

  record Added(UUID id, Reading reading) {}

  record Told(LoadRow load, Reading reading) {}

  @GetMapping
  Slice.Part<LoadRow> all(Viewer viewer, @PathVariable UUID agreement, Slice slice) {
    agreements.one(viewer, agreement);
    return loads.all(viewer, agreement, slice);
  }

  /** The body is the file, read as it comes. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Added> take(
      Viewer viewer, @PathVariable UUID agreement, @RequestParam String name, InputStream content) {
    UUID load = loads.take(viewer, agreement, name, content);
    return ResponseEntity.created(URI.create("/api/agreements/" + agreement + "/records/" + load))
        .body(new Added(load, loads.report(viewer, loads.one(viewer, agreement, load))));
  }

  @GetMapping("/{load}")
  Told one(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID load) {
    LoadRow row = loads.one(viewer, agreement, load);
    return new Told(row, loads.report(viewer, row));
  }

  @GetMapping("/{load}/file")
  ResponseEntity<Resource> file(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID load,
      HttpServletRequest request) {
    LoadRow row = loads.one(viewer, agreement, load);
    // Its checksum is its tag: nothing of it has to be kept to make one.
    ShallowEtagHeaderFilter.disableContentCaching(request);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .eTag("\"" + row.sha256() + "\"")
        .body(new FileSystemResource(loads.file(row)));
  }

  @PostMapping("/{load}/send")
  ResponseEntity<Void> send(Viewer viewer, @PathVariable UUID agreement, @PathVariable UUID load) {
    loads.send(viewer, agreement, load);
    return ResponseEntity.noContent().build();
  }

  /** States that a file is a delivery of records. */
  @PostMapping("/{load}/certify")
  ResponseEntity<Void> certify(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID load,
      @RequestParam(defaultValue = "") String set,
      @RequestParam(defaultValue = "") String completeFor,
      @RequestParam(defaultValue = "") String reason) {
    loads.certify(viewer, agreement, load, set, completeFor, reason);
    return ResponseEntity.noContent().build();
  }
}
