package org.plumbline.web.refusal;

/** What was put in cannot be taken as it is; the sentence says why and what would be right. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A refusal.
   *
   * @param sentence for the person
   */
  public Refused(String sentence) {
    super(sentence);
  }
}
