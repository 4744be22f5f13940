package org.plumbline.agreement;

/**
 * A declared role.
 *
 * @param party whose role it is
 * @param standsFor the M3 stakeholder role that it stands for
 */
public record Role(String name, String party, String standsFor) {}
