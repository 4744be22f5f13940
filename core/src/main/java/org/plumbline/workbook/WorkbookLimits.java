package org.plumbline.workbook;

/**
 * How far a workbook may grow when it is unpacked.
 *
 * @param largestPartBytes the most bytes of one part
 * @param largestExpansion by how much a part may grow, above 10 MB
 */
public record WorkbookLimits(long largestPartBytes, int largestExpansion) {

  /** For workbooks that people write: 1 GB a part, 200 times its packed size. */
  public static final WorkbookLimits DEFAULT = new WorkbookLimits(1L << 30, 200);

  /** For what people fill in by hand: 64 MB a part. */
  public static final WorkbookLimits FORM = new WorkbookLimits(64L << 20, 200);
}
