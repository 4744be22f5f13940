package org.plumbline.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.plumbline.web.refusal.NotHere;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages before one is in: log in, begin, join. */
@Controller
class EntrancePages {

  private static final String SPENT =
      "This link was used already, or is too old. Ask for a new one.";

  private final Accounts accounts;
  private final ObjectProvider<OpenIdSettings> openId;

  EntrancePages(Accounts accounts, ObjectProvider<OpenIdSettings> openId) {
    this.accounts = accounts;
    this.openId = openId;
  }

  @GetMapping("/log-in")
  String logIn(HttpServletRequest request, Model model) {
    model.addAttribute("failed", request.getParameter("failed") != null);
    model.addAttribute("unknown", request.getParameter("unknown") != null);
    openId.ifAvailable(provider -> model.addAttribute("provider", provider.name()));
    model.addAttribute("left", request.getParameter("left") != null);
    model.addAttribute("joined", request.getParameter("joined") != null);
    return "log-in";
  }

  @GetMapping("/begin/{secret}")
  String begin(@PathVariable String secret) {
    link(secret, "begin");
    return "begin";
  }

  @PostMapping("/begin/{secret}")
  Object begin(
      @PathVariable String secret,
      @RequestParam String organization,
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      Model model) {
    link(secret, "begin");
    Optional<String> mistake =
        organization.isBlank()
                || name.isBlank()
                || organization.length() > 200
                || name.length() > 200
            ? Optional.of("Name your organization and yourself, in at most 200 characters each.")
            : !email.strip().matches("[^@\\s]+@[^@\\s]+") || email.length() > 254
                ? Optional.of("Write your e-mail address like name@agency.gov.")
                : PasswordRules.mistake(password, name, email);
    if (mistake.isPresent()) {
      model.addAttribute("mistake", mistake.get());
      model.addAttribute("organization", organization);
      model.addAttribute("name", name);
      model.addAttribute("email", email);
      return again("begin", model);
    }
    if (accounts.begin(secret, organization, name, email, password).isEmpty()) {
      throw new NotHere(SPENT);
    }
    return "redirect:/log-in?joined";
  }

  @GetMapping("/join/{secret}")
  String join(@PathVariable String secret, Model model) {
    model.addAttribute("link", link(secret, "join"));
    return "join";
  }

  @PostMapping("/join/{secret}")
  Object join(@PathVariable String secret, @RequestParam String password, Model model) {
    Accounts.Link link = link(secret, "join");
    Optional<String> mistake = PasswordRules.mistake(password, link.name(), link.email());
    if (mistake.isPresent()) {
      model.addAttribute("mistake", mistake.get());
      model.addAttribute("link", link);
      return again("join", model);
    }
    if (accounts.join(secret, password).isEmpty()) {
      throw new NotHere(SPENT);
    }
    return "redirect:/log-in?joined";
  }

  private static ModelAndView again(String page, Model model) {
    return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Accounts.Link link(String secret, String purpose) {
    return accounts
        .link(secret)
        .filter(link -> link.purpose().equals(purpose))
        .orElseThrow(() -> new NotHere(SPENT));
  }
}
