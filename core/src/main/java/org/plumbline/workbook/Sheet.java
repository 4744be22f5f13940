package org.plumbline.workbook;

/**
 * A sheet of a workbook.
 *
 * @param name as it stands on its tab
 * @param hidden whether the workbook hides it
 */
public record Sheet(String name, boolean hidden) {}
