package org.plumbline.reconcile;

/**
 * A reading that gives a reported figure.
 *
 * @param id what it is called in data, such as {@code counted-when-started}
 * @param theirs what would be so, a clause
 * @param agreed what is agreed instead, a clause
 * @param terms how many terms are read otherwise
 * @param read what it gives
 * @param gives of how many reported figures of the metric it gives the reported number
 * @param of how many there are
 */
public record Explanation(
    String id, String theirs, String agreed, int terms, Read read, int gives, int of) {}
