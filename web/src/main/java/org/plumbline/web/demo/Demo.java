package org.plumbline.web.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Accounts;
import org.plumbline.web.identity.People;
import org.plumbline.web.identity.Secrets;
import org.plumbline.web.identity.StakeholderRole;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.store.Store;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Fills an empty server from the examples, through the functions that pages use: an invoice
 * agreement first, a service desk second, people of both parties.
 */
@Component
@ConditionalOnProperty(name = "plumbline.demo", havingValue = "true")
public final class Demo {

  private static final String CUSTOMER = "dana@bureau.example";
  private static final String PROVIDER = "ravi@center.example";
  private static final String CUSTOMER_OWNER = "bea@bureau.example";
  private static final String PROVIDER_OWNER = "olu@center.example";
  private static final String QSMO = "quinn@qsmo.example";

  private final Accounts accounts;
  private final People people;
  private final Agreements agreements;
  private final Loads loads;
  private final DemoMonth month;
  private final Store store;

  Demo(
      Accounts accounts,
      People people,
      Agreements agreements,
      Loads loads,
      DemoMonth month,
      Store store) {
    this.accounts = accounts;
    this.people = people;
    this.agreements = agreements;
    this.loads = loads;
    this.month = month;
    this.store = store;
  }

  /** Somebody one can be. */
  public record Chair(String email, String label) {}

  /** Who one can be. */
  public List<Chair> chairs() {
    return List.of(
        new Chair(CUSTOMER, "Dana, customer"),
        new Chair(CUSTOMER_OWNER, "Bea, who signs for the customer"),
        new Chair(PROVIDER, "Ravi, provider"),
        new Chair(QSMO, "Quinn, QSMO"));
  }

  /** The person of a chair; nobody else can be chosen. */
  public Optional<UUID> person(String email) {
    return chairs().stream()
        .filter(chair -> chair.email().equals(email))
        .findFirst()
        .flatMap(
            chair ->
                store.asNobody(
                    jdbc ->
                        jdbc.sql("select person from can_log_in(?)")
                            .param(email)
                            .query(UUID.class)
                            .optional()));
  }

  /**
   * Fills the server.
   *
   * @param secret of the link to begin
   * @param examples the folder of examples
   */
  public void seed(String secret, Path examples) throws IOException {
    accounts.begin(secret, "Bureau of Examples", "Dana Customer", CUSTOMER, Secrets.random());
    Viewer dana = viewer(CUSTOMER);
    UUID center = people.addOrganization(dana, "Finance Service Center", Viewer.Kind.PARTY);
    UUID office = people.addOrganization(dana, "Financial Management QSMO", Viewer.Kind.QSMO);
    join(dana, center, "Ravi Provider", PROVIDER, StakeholderRole.PROGRAM_MANAGER);
    join(dana, office, "Quinn Overseer", QSMO, StakeholderRole.QSMO);
    join(
        dana,
        dana.organization(),
        "Sam Sponsor",
        "sam@bureau.example",
        StakeholderRole.EXECUTIVE_SPONSOR);
    join(dana, dana.organization(), "Bea Owner", CUSTOMER_OWNER, StakeholderRole.BUSINESS_OWNER);
    join(dana, center, "Olu Owner", PROVIDER_OWNER, StakeholderRole.BUSINESS_OWNER);
    Viewer ravi = viewer(PROVIDER);
    invoices(dana, ravi, center, examples.resolve("invoice-chain"));
    desk(dana, ravi, center, examples.resolve("service-desk"));
  }

  private void invoices(Viewer dana, Viewer ravi, UUID center, Path example) throws IOException {
    UUID agreement = agreements.open(dana, true, center, text(example));
    send(dana, agreement);
    people.admit(dana, agreement, organization(QSMO));
    DemoMonth.Cast cast =
        new DemoMonth.Cast(dana, viewer(CUSTOMER_OWNER), ravi, viewer(PROVIDER_OWNER));
    month.signed(cast, agreement);
    UUID delivery = records(ravi, agreement, example);
    loads.certify(ravi, agreement, delivery, "invoices", "2026-10", "");
    month.reported(cast, agreement);
    month.amended(cast, agreement);
  }

  private void desk(Viewer dana, Viewer ravi, UUID center, Path example) throws IOException {
    UUID agreement = agreements.open(dana, true, center, text(example));
    send(dana, agreement);
    records(ravi, agreement, example);
  }

  private void send(Viewer by, UUID agreement) {
    VersionRow newest = agreements.versions(by, agreement).get(0);
    agreements.send(by, agreement, newest.id());
  }

  /**
   * Brings in all files of an example and sends them.
   *
   * @return the last one
   */
  private UUID records(Viewer by, UUID agreement, Path example) throws IOException {
    List<Path> files = new ArrayList<>(List.of(example.resolve("records.yaml")));
    try (var all = Files.list(example.resolve("records"))) {
      all.sorted().forEach(files::add);
    }
    @Nullable UUID load = null;
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        load = loads.take(by, agreement, file.getFileName().toString(), content);
        loads.send(by, agreement, load);
      }
    }
    return Objects.requireNonNull(load);
  }

  private void join(Viewer by, UUID organization, String name, String email, StakeholderRole role) {
    accounts.join(people.invite(by, organization, name, email, role, false), Secrets.random());
  }

  private UUID organization(String email) {
    return viewer(email).organization();
  }

  private Viewer viewer(String email) {
    UUID person =
        store.asNobody(
            jdbc ->
                jdbc.sql("select person from can_log_in(?)")
                    .param(email)
                    .query(UUID.class)
                    .single());
    return accounts.viewer(person, false).orElseThrow();
  }

  private static String text(Path example) throws IOException {
    return Files.readString(example.resolve("agreement.yaml"), UTF_8);
  }
}
