package org.plumbline.web.refusal;

/** There is nothing here that this person may see; the same answer for what belongs to others. */
public final class NotHere extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A refusal.
   *
   * @param sentence for the person
   */
  public NotHere(String sentence) {
    super(sentence);
  }
}
