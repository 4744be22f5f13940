package org.plumbline.web.page;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API (OpenAPI 3.1); a test holds it to the handlers. */
@RestController
class ApiDescription {

  @GetMapping("/api/openapi.yaml")
  ResponseEntity<ClassPathResource> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .body(new ClassPathResource("org/plumbline/web/openapi.yaml"));
  }
}
