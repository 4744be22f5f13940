package org.plumbline.web;

import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * A person of one of the two parties, as {@link Life} tells of them. Whether they act in a browser,
 * by keyboard, without JavaScript or through a program is for each implementation.
 */
interface Somebody {

  /** Opens the one-time link of an empty server, names organization and self, and logs in. */
  void begins(URI link, String organization);

  /** Adds the other organization. */
  void adds(String organization);

  /** Invites somebody as program manager; gives the link that works once. */
  String invites(String name, String email, String organization);

  /** Gives somebody the seat of a business owner, who signs. */
  void letsSign(String name);

  /** Opens the link, chooses a password, logs in. */
  void joins(String link);

  /** Puts in a text as the customer. */
  void putsIn(String text, String across);

  /** Finds the agreement that was sent. */
  void finds(String title);

  /** Sends the text that was written last. */
  void sendsTheText();

  /** Comments on a metric, and sends the comment. */
  void comments(Life.Metric metric, String words);

  /** Answers the one open comment as accepted. */
  void resolves(String response);

  /** Objects to or supports a metric as business owner. */
  void supports(Life.Metric metric);

  /** Writes a text that changes the other party's last one, and sends it. */
  void proposes(UnaryOperator<String> change);

  /** Takes the other party's text as it is. */
  void takesTheirText();

  /** Signs the text whose turn it is. */
  void signs();

  /** The hash of the text in force. */
  String hashInForce();

  /** Uploads a file of records, or what binds them. */
  void brings(String name, byte[] content);

  /** States that the file that came last holds every case of a period. */
  void delivers(String period);

  /** Measures a period and sends the result. */
  void measures(String period);

  /** Looks at the newest result of a period; it says this. */
  void sees(String period, String words);

  /** Follows a figure down to a case and its row. */
  void explains(Life.Metric metric, String theCase, String file);

  /** Issues the report of a period from the newest result; restates it if there is a reason. */
  void issues(String period, String reason);

  /** Asks to leave a case out, and sends the request. */
  void asksToLeaveOut(String theCase, Life.Metric metric, String period, String reason);

  /** Grants the one request that waits, which stands in the list of what is to be done. */
  void grants(String reason);

  /** Accepts the report of a period. */
  void accepts(String period);

  /** Gives notice of maintenance. */
  void givesNotice(String text);

  /** Says that the notice was received. */
  void receivesTheNotice();

  /** Calls a review meeting. */
  void callsAReview(String subject);

  /** Writes down what the last meeting decided. */
  void decides(String decision);
}
