package org.plumbline.web;

import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.web.identity.OpenIdSettings;
import org.plumbline.web.outbox.MailSettings;
import org.plumbline.web.store.Roles;
import org.plumbline.web.webhook.Networks;

/**
 * How the server runs.
 *
 * @param port on 127.0.0.1; 0 for one that is free
 * @param data where records and the server's own PostgreSQL are kept
 * @param database another PostgreSQL; without it, the server's own
 * @param passwordStrength the logarithm of the rounds of bcrypt, 4 to 31
 * @param keyTasks a folder whose wording of the key tasks stands in place of ours
 * @param demo a folder of examples: the server is a demo made from them, in which one changes
 *     between people without a password
 * @param mail without it, messages stand on pages only
 * @param openId without it, people log in with a password only
 * @param webhooks to which addresses webhooks go
 */
public record ServerOptions(
    int port,
    Path data,
    Optional<Roles> database,
    int passwordStrength,
    Optional<Path> keyTasks,
    Optional<Path> demo,
    Optional<MailSettings> mail,
    Optional<OpenIdSettings> openId,
    Networks webhooks) {

  /** The port unless another is asked for. */
  public static final int PORT = 8080;

  /** Rounds of bcrypt: a quarter of a second on an ordinary machine of 2026. */
  public static final int STRENGTH = 12;

  /** The same with webhooks to public addresses alone. */
  public ServerOptions(
      int port,
      Path data,
      Optional<Roles> database,
      int passwordStrength,
      Optional<Path> keyTasks,
      Optional<Path> demo,
      Optional<MailSettings> mail,
      Optional<OpenIdSettings> openId) {
    this(
        port,
        data,
        database,
        passwordStrength,
        keyTasks,
        demo,
        mail,
        openId,
        Networks.publicOnly());
  }

  /** With our own wording of the key tasks, no demo, no mail, no provider of identities. */
  public ServerOptions(int port, Path data, Optional<Roles> database, int passwordStrength) {
    this(
        port,
        data,
        database,
        passwordStrength,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Networks.publicOnly());
  }
}
