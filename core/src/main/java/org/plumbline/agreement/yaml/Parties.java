package org.plumbline.agreement.yaml;

import java.util.Optional;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.Reference;
import org.plumbline.agreement.Role;
import org.plumbline.agreement.Service;

/** Reads parties, roles, references and services (language.md 3.5). */
final class Parties {

  private final Terms terms;
  private final Scalars scalars;

  Parties(Terms terms) {
    this.terms = terms;
    this.scalars = terms.scalars();
  }

  Optional<Party> party(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "party",
            map -> {
              var name = map.requiredText("name", scalars::text);
              var federal = map.optional("federal", scalars::flag);
              var components = map.list("components", scalars::text);
              var facts = map.named("facts", terms.varying().of(terms.literals()::any));
              return map.build(() -> new Party(name.value(), federal, components, facts));
            });
  }

  Optional<Role> role(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "role",
            map -> {
              var name = map.requiredText("name", scalars::text);
              var party = map.required("party", scalars::reference);
              var standsFor = map.required("stands-for", scalars::reference);
              return map.build(() -> new Role(name.value(), party.value(), standsFor.value()));
            });
  }

  Optional<Reference> reference(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "reference",
            map -> {
              var kind =
                  map.required(
                      "kind",
                      scalars.word(
                          "gt-and-c", "order", "provider-agreement", "qasp", "lcce", "other"));
              var number = map.requiredText("number", scalars::text);
              var from = map.optional("from", scalars::date);
              var until = map.optional("until", scalars::date);
              var scope = map.list("scope", scalars::reference);
              Order.check(map, from, until, terms.reading());
              return map.build(
                  () -> new Reference(kind.value(), number.value(), from, until, scope));
            });
  }

  Optional<Service> service(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "service",
            map -> {
              var name = map.requiredText("name", scalars::text);
              var systems = map.list("systems", scalars::text);
              var fees = map.list("fees", this::fee);
              var billing = map.optional("billing", this::billing);
              return map.build(() -> new Service(name.value(), systems, fees, billing));
            });
  }

  private Optional<Service.Fee> fee(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "fee",
            map -> {
              var amount = map.requiredOrOpen("amount", terms.varying().of(scalars::money));
              var per = map.required("per", scalars::reference);
              return map.build(() -> new Service.Fee(amount.value(), per.value()));
            });
  }

  private Optional<Service.Billing> billing(YamlValue value) {
    return terms
        .reading()
        .map(
            value,
            "billing",
            map -> {
              var every = map.optional("every", scalars::reference);
              var payWithin = map.optional("pay-within", scalars::duration);
              return map.build(() -> new Service.Billing(every, payWithin));
            });
  }
}
