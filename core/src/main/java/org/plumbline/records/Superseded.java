package org.plumbline.records;

/**
 * A value of a case that a later delivery changed.
 *
 * @param set the record set
 * @param key the case's key, as {@link CaseKey} writes it
 * @param column the moment or field
 * @param was the value before; empty: none
 * @param is the value that stands; empty: none
 * @param delivery the delivery that changed it
 * @param reason why; may be empty
 */
public record Superseded(
    String set, String key, String column, String was, String is, String delivery, String reason) {}
