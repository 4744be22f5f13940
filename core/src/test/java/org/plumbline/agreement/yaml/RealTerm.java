package org.plumbline.agreement.yaml;

/**
 * A published term.
 *
 * @param number T01 to T72
 * @param source where it is published
 * @param says the term in our words
 * @param decides what the language makes the parties decide
 * @param add the parts of an agreement that say it, as they are written
 */
public record RealTerm(String number, String source, String says, String decides, String add) {}
