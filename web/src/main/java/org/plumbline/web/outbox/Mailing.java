package org.plumbline.web.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.plumbline.web.store.Courier;
import org.plumbline.web.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mails what is in the outbox: formal notices at once, each by itself; the rest as the person
 * wishes, together in one mail a day unless they want each at once. What could not be sent is tried
 * again, less and less often, for about a day; nothing is lost in between. Close it.
 */
public final class Mailing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
  private static final String TIMEOUT = "10000";

  private final Store store;
  private final Courier courier;
  private final MailSettings settings;
  private final JavaMailSenderImpl sender;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "mail");
            thread.setDaemon(true);
            return thread;
          });

  public Mailing(Store store, Courier courier, MailSettings settings) {
    this.store = store;
    this.courier = courier;
    this.settings = settings;
    this.sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding("UTF-8");
    settings
        .user()
        .ifPresent(
            user -> {
              sender.setUsername(user);
              sender.setPassword(settings.password());
            });
    var properties = sender.getJavaMailProperties();
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.isEncrypted()));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.isEncrypted()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
    properties.setProperty("mail.smtp.timeout", TIMEOUT);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
  }

  private record Waiting(
      UUID message,
      UUID person,
      String name,
      String email,
      boolean isFormal,
      boolean isAtOnce,
      Optional<String> agreement,
      String subject,
      String text,
      String path,
      Instant madeAt) {}

  /** Looks once a minute from now on. */
  public void start() {
    ScheduledFuture<?> unused =
        clockwork.scheduleWithFixedDelay(this::tryRun, 5, 60, TimeUnit.SECONDS);
  }

  private void tryRun() {
    try {
      run();
    } catch (RuntimeException fault) {
      LOG.warn("the outbox could not be emptied", fault);
    }
  }

  /** Sends what is due; gives the number of mails that left. */
  int run() {
    List<Waiting> waiting = waiting();
    int sent = 0;
    Map<UUID, List<Waiting>> digests = new LinkedHashMap<>();
    for (Waiting each : waiting) {
      if (each.isAtOnce()) {
        sent += send(List.of(each), subject(each), body(each)) ? 1 : 0;
      } else {
        digests.computeIfAbsent(each.person(), person -> new ArrayList<>()).add(each);
      }
    }
    for (List<Waiting> together : digests.values()) {
      String subject =
          together.size() == 1
              ? subject(together.get(0))
              : "Plumbline: " + together.size() + " messages";
      StringBuilder body = new StringBuilder("Dear " + together.get(0).name() + ",\n\n");
      together.forEach(each -> body.append(item(each)).append('\n'));
      sent += send(together, subject, body.append(foot(false)).toString()) ? 1 : 0;
    }
    return sent;
  }

  private String body(Waiting each) {
    return "Dear " + each.name() + ",\n\n" + item(each) + "\n" + foot(each.isFormal());
  }

  private static String subject(Waiting each) {
    return (each.isFormal() ? "Formal notice: " : "") + each.subject();
  }

  private String item(Waiting each) {
    return each.agreement().map(title -> title + ": ").orElse("")
        + each.subject()
        + "\n"
        + each.text()
        + "\n"
        + settings.links().resolve(each.path())
        + "\n";
  }

  private String foot(boolean isFormal) {
    return isFormal
        ? "This is a formal notice; it comes by mail in any case.\n"
        : "How you are mailed: " + settings.links().resolve("/messages") + "\n";
  }

  private boolean send(List<Waiting> messages, String subject, String body) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(settings.from());
    mail.setTo(messages.get(0).email());
    mail.setSubject(subject);
    mail.setText(body);
    String reason = "";
    try {
      sender.send(mail);
    } catch (MailException fault) {
      reason = Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
      LOG.warn("mail to {} did not leave: {}", messages.get(0).email(), reason);
    }
    boolean left = reason.isEmpty();
    for (Waiting each : messages) {
      String told = reason;
      store.<Object>asNobody(
          jdbc ->
              jdbc.sql("select message_tried(?, ?, ?, ?)")
                  .params(courier.secret(), each.message(), left ? "sent" : "failed", told)
                  .query()
                  .listOfRows());
    }
    return left;
  }

  private List<Waiting> waiting() {
    return store.asNobody(
        jdbc ->
            jdbc.sql("select * from messages_to_mail(?, ?)")
                .params(courier.secret(), settings.hourOfDigest())
                .query(
                    (rows, number) ->
                        new Waiting(
                            rows.getObject("message", UUID.class),
                            rows.getObject("person", UUID.class),
                            rows.getString("name"),
                            rows.getString("email"),
                            rows.getBoolean("is_formal"),
                            rows.getBoolean("at_once"),
                            Optional.ofNullable(rows.getString("agreement")),
                            rows.getString("subject"),
                            rows.getString("text"),
                            rows.getString("path"),
                            rows.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
