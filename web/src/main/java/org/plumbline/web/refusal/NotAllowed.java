package org.plumbline.web.refusal;

/** Somebody may see this, and may not do that. */
public final class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A refusal.
   *
   * @param sentence for the person
   */
  public NotAllowed(String sentence) {
    super(sentence);
  }
}
