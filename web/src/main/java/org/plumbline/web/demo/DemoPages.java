package org.plumbline.web.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.plumbline.web.refusal.NotHere;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing chairs: in the demo only, which listens on this machine only. */
@Controller
@ControllerAdvice
@ConditionalOnProperty(name = "plumbline.demo", havingValue = "true")
class DemoPages {

  private final Demo demo;

  DemoPages(Demo demo) {
    this.demo = demo;
  }

  /** What the head of every page shows. */
  @ModelAttribute("chairs")
  List<Demo.Chair> chairs() {
    return demo.chairs();
  }

  @PostMapping("/demo")
  String sit(@RequestParam String chair, HttpServletRequest request, HttpServletResponse response) {
    UUID person = demo.person(chair).orElseThrow(() -> new NotHere("There is no such chair."));
    request.getSession();
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    return "redirect:/";
  }
}
