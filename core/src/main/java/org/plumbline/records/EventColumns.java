package org.plumbline.records;

import java.util.Optional;

/**
 * The columns that make a file an event log: one row an update (language.md 4.3, {@code events}).
 *
 * @param at the column of the instant of the event
 * @param order the column of a number that orders events of one instant; without it the source row
 * @param state the column of the state in which the event leaves the case
 */
public record EventColumns(String at, Optional<String> order, Optional<String> state) {}
