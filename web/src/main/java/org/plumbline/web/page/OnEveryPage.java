package org.plumbline.web.page;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every template may use. */
@ControllerAdvice
class OnEveryPage {

  private static final Times TIMES = new Times();

  @ModelAttribute("times")
  Times times() {
    return TIMES;
  }
}
