package org.plumbline.forms;

/** The columns of a comment resolution matrix. */
public enum CommentColumn implements LogColumn {
  /** Its number. */
  NUMBER("No.", 6, "no\\.?|#|number|id|comment (#|no\\.?|number|id)|item( #)?"),
  /** What it is about. */
  DOCUMENT("Document", 22, "file|artifact|deliverable"),
  /** Where in it. */
  PLACE("Section or clause", 26, "(section|clause|paragraph|page|location|reference|line)\\b.*"),
  /** What is said. */
  COMMENT("Comment", 60, "comments?( text)?|finding|remark|description"),
  /** How much it weighs. */
  KIND("Type", 14, "(comment )?(type|severity|category|criticality|priority|classification)"),
  /** What would be right. */
  PROPOSAL("Recommended change", 50, "(recommend|propos|suggest).*|requested change"),
  /** Who said it. */
  BY("Commenter", 18, "reviewer( name)?|author|from|submitted by|commented by|name"),
  /** For whom. */
  ORGANIZATION("Organization", 16, "organi[sz]ation|agency|office|party|company"),
  /** When. */
  ON("Date", 12, "date.*|submitted on"),
  /** What was decided. */
  DISPOSITION("Disposition", 20, "decision|adjudication|accept.*|concur.*"),
  /** Why, or how. */
  RESPONSE("Response", 50, "resolution|answer|reply|action taken|disposition (rationale|comment)"),
  /** Who answered. */
  ANSWERED_BY("Answered by", 18, "responder|resolved by|owner|assigned to"),
  /** Whether it is closed. */
  STATUS("Status", 12, "state|open/closed");

  private final String heading;
  private final int width;
  private final String also;

  CommentColumn(String heading, int width, String also) {
    this.heading = heading;
    this.width = width;
    this.also = also;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public String also() {
    return also;
  }
}
