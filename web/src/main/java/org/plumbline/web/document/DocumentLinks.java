package org.plumbline.web.document;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What pages offer to take along. */
@ControllerAdvice
class DocumentLinks {

  @ModelAttribute("textFiles")
  List<Documents.File> ofText() {
    return Documents.OF_TEXT;
  }

  @ModelAttribute("resultFiles")
  List<Documents.File> ofResult() {
    return Documents.OF_RESULT;
  }
}
